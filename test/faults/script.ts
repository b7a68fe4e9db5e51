import { sprintMilestone } from '../../src/rehearsal/story/sprint-milestone.ts';
import { type Cast, lcov, lines } from './cast.ts';

/** What people do between two rests. Within a scene nothing depends on what the app has made of the rest of it. */
export interface Scene {
  readonly name: string;
  readonly play: (cast: Cast) => void;
}

const config = (more = ''): string => `playbook: pulso@2
locale: es
tier: 3
product: servicio
schedule: { start: 2037-01-12 }
components:
  tienda: { kind: servicio, paths: ["src/**"] }
authorities:
  guia: { users: [gina], count: 1 }
environments: { production: cobertura-min }
release: { branches: [main], heads: ["release/**"], labels: [entrega] }
${more}`;

function open({ github, repository }: Cast, branch: string, files: Readonly<Record<string, string>>): void {
  github.people.commit({ repository, as: 'bruno', branch, files });
  github.people.openPull({ repository, as: 'bruno', head: branch, title: `Cambio ${branch}` });
}

function tested({ github, repository, pullFrom }: Cast, branch: string, covered: number): void {
  const files = { 'lcov.info': lcov({ 'src/base.ts': 100, [`src/${branch}.ts`]: covered }) };
  const { number } = pullFrom(branch);
  github.people.runWorkflow({ repository, as: 'bruno', path: '.github/workflows/ci.yml', pull: number, artifacts: [{ name: 'sprintgate-evidence', files }] });
}

function says({ github, repository }: Cast, as: string, number: number, body: string): void {
  github.people.comment({ repository, as, number, body });
}

/** The life of a repository, from the installation to a deployment. */
export const script: readonly Scene[] = [
  { name: 'install', play: ({ github, repository }) => void github.people.installApp({ account: 'acme', repositories: [repository] }) },
  {
    name: 'configure',
    play(cast) {
      const { github, repository } = cast;
      github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': config() } });
      open(cast, 'pago', { 'src/pago.ts': lines('pago') });
      tested(cast, 'pago', 20);
    },
  },
  { name: 'seed', play: (cast) => says(cast, 'gina', cast.issueOf('onboarding').number, '/sprintgate sembrar') },
  {
    name: 'work',
    play(cast) {
      const { github, repository, pullFrom } = cast;
      const { people } = github;
      people.pushToPull({ repository, as: 'bruno', number: pullFrom('pago').number, files: { 'src/pago.ts': lines('cobro') } });
      tested(cast, 'pago', 90);
      people.createBranch({ repository, as: 'ana', branch: 'estable' });
      people.openPull({ repository, as: 'bruno', head: 'pago', base: 'estable', title: 'Cambio pago a estable' });
      open(cast, 'envio', { 'src/envio.ts': lines('envio') });
      people.setMilestone({ repository, as: 'bruno', number: pullFrom('envio').number, milestone: sprintMilestone(repository, 1) });
      tested(cast, 'envio', 80);
      const fork = people.fork({ repository, as: 'carla' });
      people.commit({ repository: fork, as: 'carla', branch: 'aporte', files: { 'src/aporte.ts': lines('aporte') } });
      people.openPull({ repository, as: 'carla', head: 'aporte', headRepository: fork, title: 'Cambio aporte' });
    },
  },
  {
    name: 'people',
    play(cast) {
      const { github, repository, issueOf, pullFrom } = cast;
      says(cast, 'bruno', issueOf('prepara.visto-bueno').number, '/sprintgate aprobar plan-claro');
      says(cast, 'gina', issueOf('prepara.visto-bueno').number, 'Revisado.\n\n/sprintgate aprobar plan-claro con: anotar los riesgos; avisar a soporte');
      says(cast, 'gina', issueOf('onboarding').number, '/sprintgate exentar cuidado.pruebas hasta 2037-02-10 la prueba llega con el equipo nuevo');
      says(cast, 'gina', pullFrom('aporte').number, '/sprintgate detener se revisa la licencia');
      github.people.openIssue({ repository, as: 'bruno', title: 'El pago falla', labels: ['falla'] });
    },
  },
  {
    name: 'release',
    play(cast) {
      const { github, repository, issueOf, pullFrom } = cast;
      const { people } = github;
      people.mergePull({ repository, as: 'ana', number: pullFrom('pago').number });
      people.commit({ repository, as: 'ana', branch: 'release/1', files: { 'CHANGELOG.md': '# 1\n' } });
      const release = people.openPull({ repository, as: 'ana', head: 'release/1', title: 'Entregar 1' });
      people.setMilestone({ repository, as: 'ana', number: release.number, milestone: sprintMilestone(repository, 3) });
      says(cast, 'gina', issueOf('entrega.primer-uso').number, '/sprintgate atestiguar base.acuerdo https://example.com/acta');
      says(cast, 'gina', pullFrom('aporte').number, '/sprintgate explicar cobertura-min');
    },
  },
  {
    name: 'deploy',
    play(cast) {
      const { github, repository, pullFrom } = cast;
      const { people } = github;
      people.guardEnvironment({ repository, environment: 'production' });
      const { run } = people.runWorkflow({ repository, as: 'bruno', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
      people.deploy({ repository, as: 'bruno', run, environment: 'production' });
      people.enqueue({ repository, as: 'bruno', number: pullFrom('envio').number });
      people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': config('coverage: { total: 75 }\n') } });
    },
  },
];
