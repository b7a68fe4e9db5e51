/**
 * Where machines of well-known services check a repository out, without drive. Below these a path is the repository's own,
 * so that no other suffix has to be weighed.
 */
const roots = [
  // GitHub: hosted, container jobs, Docker actions, and Windows (`D:\a\name\name`). Azure: the same with a number and `s`.
  /^\/(?:home\/runner|Users\/runner|home\/vsts|Users\/vsts)\/work\/[^/]+\/[^/]+\//,
  /^\/__w\/[^/]+\/[^/]+\//,
  /^\/github\/workspace\//,
  /^\/a\/[^/]+\/[^/]+\//,
  /^\/(?:var\/(?:lib\/)?jenkins(?:_home)?|home\/jenkins(?:\/agent)?)\/workspace\/[^/]+\//,
  /^\/(?:home\/circleci|root)\/project\//,
  /^\/home\/travis\/build\/[^/]+\/[^/]+\//,
  /^\/opt\/atlassian\/pipelines\/agent\/build\//,
  /^\/var\/lib\/buildkite-agent\/builds\/[^/]+\/[^/]+\/[^/]+\//,
];

// GitLab nests groups as deep as people like; the name of the project is the last of at least two.
const mostGroups = 8;

/** The path below the folder that a service checks out into, for each place where that may end; none when no service is known by it. */
export function belowRunnerRoot(path: string): string[] {
  for (const root of roots) {
    const found = root.exec(path);
    if (found) return [path.slice(found[0].length)];
  }
  if (!path.startsWith('/builds/')) return [];
  const segments = path.split('/').slice(2);
  return Array.from({ length: Math.min(mostGroups, segments.length - 1) - 1 }, (_, index) => segments.slice(index + 2).join('/')).filter((rest) => rest !== '');
}
