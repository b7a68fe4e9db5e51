import type { ConfigPreview } from '../policy/config-preview.ts';
import type { ConfigProblem } from '../policy/policy.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Annotation } from './write.ts';

// GitHub takes at most 50 annotations with one request.
const most = 50;
// How a file of the organisation's `.github` repository is shown.
const inOrganisation = '.github:';

const titles: Readonly<Record<Locale, { problem: string; notice: string }>> = {
  en: { problem: 'Configuration error', notice: 'Without effect' },
  es: { problem: 'Error de configuración', notice: 'Sin efecto' },
};

/**
 * The errors of the configurations that pull requests bring, as annotations on their lines. What several pull requests with
 * one head have in common is told once; what is in another file, as the organisation's, is not theirs to see in line.
 */
export function configAnnotations(previews: readonly ConfigPreview[], locale: Locale): Annotation[] {
  const notes = previews.flatMap(({ problems, notices = [] }) => [
    ...problems.map((problem) => annotation(problem, 'failure', locale)),
    ...notices.map((problem) => annotation(problem, 'warning', locale)),
  ]);
  const own = notes.filter(({ path }) => !path.startsWith(inOrganisation));
  const unique = new Map(own.map((note) => [`${note.path} ${note.startLine} ${note.message}`, note]));
  return [...unique.values()].slice(0, most);
}

function annotation(problem: ConfigProblem, level: 'failure' | 'warning', locale: Locale): Annotation {
  const title = titles[locale][level === 'failure' ? 'problem' : 'notice'];
  return { path: problem.file, startLine: problem.line, endLine: problem.line, level, title, message: problem.messages?.[locale] ?? problem.message };
}
