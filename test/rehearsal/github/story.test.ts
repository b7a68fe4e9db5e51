import { expect, test } from 'vitest';
import { startAcme } from './acme.ts';

test('a team works for a day, and every request and answer fits what GitHub publishes', async () => {
  const { github, bot, appItself, as, at } = await startAcme();
  const { people } = github;
  const repository = 'acme/shop';
  expect((await appItself.rest.apps.getAuthenticated()).data?.slug).toBe('sprintgate');
  expect((await appItself.rest.apps.listInstallations()).data).toHaveLength(1);
  expect((await appItself.rest.apps.getRepoInstallation(at)).data.target_type).toBe('Organization');
  expect((await bot.rest.apps.listReposAccessibleToInstallation()).data.repositories[0]?.full_name).toBe(repository);
  const repo = await bot.rest.repos.get(at);
  expect((await bot.request('GET /repositories/{id}', { id: repo.data.id })).data.full_name).toBe(repository);

  await bot.rest.issues.createLabel({ ...at, name: 'kind:task', color: 'AABBCC', description: 'work' });
  const milestone = await bot.rest.issues.createMilestone({ ...at, title: 'Sprint 0', due_on: '2027-01-22T12:00:00Z', description: 'x' });
  expect(milestone.data.due_on).toBe('2027-01-22T08:00:00Z');
  const parent = await bot.rest.issues.create({ ...at, title: 'Parent', labels: ['kind:task'], milestone: milestone.data.number });
  const child = await bot.rest.issues.create({ ...at, title: 'Child', body: 'text' });
  await bot.request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', { ...at, issue_number: parent.data.number, sub_issue_id: child.data.id });
  const listed = await bot.paginate(bot.rest.issues.listForRepo, { ...at, state: 'all', creator: 'sprintgate[bot]', per_page: 1 });
  expect(listed.map((issue) => issue.title)).toEqual(['Child', 'Parent']);
  expect(listed[0]?.parent_issue_url).toMatch(/issues\/1$/);
  const comment = await bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'hello' });
  expect(comment.data.performed_via_github_app?.id).toBe(github.app.id);
  await bot.rest.issues.updateComment({ ...at, comment_id: comment.data.id, body: 'hello again' });
  await bot.rest.reactions.createForIssueComment({ ...at, comment_id: comment.data.id, content: '+1' });
  await bot.rest.issues.listCommentsForRepo({ ...at, since: '2027-01-01T00:00:00Z' });

  people.commit({
    repository,
    as: 'luis',
    branch: 'feature',
    files: { 'src/api/app.ts': 'export const a = 1;\nexport const c = 3;\n', 'src/api/new.ts': 'export {};\n' },
  });
  const pull = people.openPull({ repository, as: 'luis', head: 'feature', title: 'Add c', body: 'Closes #2' });
  expect((await bot.rest.pulls.get({ ...at, pull_number: pull.number })).data.mergeable).toBeNull();
  expect((await bot.rest.pulls.get({ ...at, pull_number: pull.number })).data.mergeable).toBe(true);
  expect((await bot.rest.pulls.listFiles({ ...at, pull_number: pull.number })).data.map((file) => [file.filename, file.status, file.additions, file.patch]))
    .toMatchInlineSnapshot(`
    [
      [
        "src/api/app.ts",
        "modified",
        1,
        "@@ -1,2 +1,2 @@
     export const a = 1;
    -export const b = 2;
    +export const c = 3;",
      ],
      [
        "src/api/new.ts",
        "added",
        1,
        "@@ -0,0 +1 @@
    +export {};",
      ],
    ]
  `);
  await bot.rest.pulls.list({ ...at, state: 'open' });
  await bot.rest.pulls.listCommits({ ...at, pull_number: pull.number });
  const check = await bot.rest.checks.create({
    ...at,
    name: 'sprintgate/coverage',
    head_sha: pull.pull.headSha,
    status: 'in_progress',
    output: { title: 't', summary: 's' },
  });
  await bot.rest.checks.update({
    ...at,
    check_run_id: check.data.id,
    status: 'completed',
    conclusion: 'failure',
    output: { title: 't', summary: 's', annotations: [{ path: 'src/api/app.ts', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' }] },
  });
  expect((await bot.rest.checks.listForRef({ ...at, ref: pull.pull.headSha, check_name: 'sprintgate/coverage', filter: 'all' })).data.total_count).toBe(1);
  expect((await bot.rest.checks.listAnnotations({ ...at, check_run_id: check.data.id })).data).toHaveLength(1);
  await bot.rest.checks.listSuitesForRef({ ...at, ref: pull.pull.headSha });
  await bot.rest.repos.createCommitStatus({ ...at, sha: pull.pull.headSha, state: 'success', context: 'x' });
  await bot.rest.repos.getCombinedStatusForRef({ ...at, ref: pull.pull.headSha });

  const { run, artifacts } = people.runWorkflow({
    repository,
    as: 'luis',
    path: '.github/workflows/ci.yml',
    pull: pull.number,
    jobs: ['test'],
    artifacts: [{ name: 'sprintgate-evidence', files: { 'lcov.info': 'TN:\n' } }],
  });
  expect((await bot.rest.actions.listWorkflowRunsForRepo({ ...at, head_sha: pull.pull.headSha })).data.workflow_runs[0]?.id).toBe(run.id);
  await bot.rest.actions.getWorkflowRun({ ...at, run_id: run.id });
  await bot.rest.actions.listJobsForWorkflowRun({ ...at, run_id: run.id });
  expect((await bot.rest.actions.listWorkflowRunArtifacts({ ...at, run_id: run.id })).data.artifacts[0]?.digest).toBe(artifacts[0]?.digest);
  const zip = await bot.rest.actions.downloadArtifact({ ...at, artifact_id: artifacts[0]?.id ?? 0, archive_format: 'zip' });
  expect(
    Buffer.from(zip.data as ArrayBuffer)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  await bot.rest.repos.getContent({ ...at, path: 'src/api/app.ts' });
  await bot.rest.repos.getContent({ ...at, path: '' });
  await bot.rest.git.getTree({ ...at, tree_sha: 'main', recursive: '1' });
  await bot.rest.git.getCommit({ ...at, commit_sha: pull.pull.headSha });
  await bot.rest.repos.getCommit({ ...at, ref: pull.pull.headSha });
  await bot.rest.repos.listBranches(at);
  await bot.rest.repos.getBranch({ ...at, branch: 'main' });
  await bot.rest.git.getRef({ ...at, ref: 'heads/main' });
  await bot.rest.repos.listCommits(at);
  expect((await bot.rest.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...feature' })).data.ahead_by).toBe(1);
  expect((await bot.rest.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: pull.pull.headSha })).data).toHaveLength(1);
  await bot.rest.repos.listLanguages(at);
  await bot.rest.repos.getCollaboratorPermissionLevel({ ...at, username: 'luis' });
  const team = people.addTeam({ organisation: 'acme', name: 'Architects', members: ['luis'] });
  people.grantRole({ repository, team, role: 'write' });
  expect((await bot.rest.teams.getMembershipForUserInOrg({ org: 'acme', team_slug: team.slug, username: 'luis' })).data.state).toBe('active');
  await bot.rest.teams.list({ org: 'acme' });
  await bot.rest.teams.getByName({ org: 'acme', team_slug: 'architects' });
  await bot.rest.repos.listTeams(at);
  await bot.rest.orgs.listMembers({ org: 'acme' });
  await bot.rest.orgs.get({ org: 'acme' });
  await bot.rest.orgs.getMembershipForUser({ org: 'acme', username: 'luis' });
  await bot.rest.users.getByUsername({ username: 'luis' });
  await bot.rest.repos.getBranchRules({ ...at, branch: 'main' });
  await bot.rest.rateLimit.get();
  await bot.rest.issues.listEventsForTimeline({ ...at, issue_number: 1 });
  await as('ana').rest.pulls.createReview({ ...at, pull_number: pull.number, event: 'APPROVE' });
  await bot.rest.pulls.listReviews({ ...at, pull_number: pull.number });
  await as('ana').rest.pulls.merge({ ...at, pull_number: pull.number });
  expect((await bot.rest.issues.get({ ...at, issue_number: 2 })).data.state).toBe('closed');
  await as('luis').rest.repos.createOrUpdateFileContents({
    ...at,
    path: '.github/sprintgate.yml',
    message: 'config',
    content: Buffer.from('a: 1').toString('base64'),
  });
  await appItself.rest.apps.listWebhookDeliveries();
  await github.settled();
  expect(github.violations).toEqual([]);
  expect(github.unimplemented).toEqual([]);
  await github.close();
});
