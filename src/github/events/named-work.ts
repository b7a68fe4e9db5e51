import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import { idAt } from './read-payload.ts';

/** How soon named work is wanted, and what else it touches. */
export type Extra = Pick<Extract<KeyedWork, { key: unknown }>, 'priority' | 'fanOut'>;

export function pull(payload: unknown, number: number | null): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository && number ? [{ key: { kind: 'pull', repository, number }, priority: 'now' }] : [];
}

export function issue(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const number = idAt(payload, 'issue', 'number');
  return repository && number ? [{ key: { kind: 'issue', repository, number }, priority: 'now' }] : [];
}

export function policy(payload: unknown, extra: Extra): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository ? [{ key: { kind: 'policy', repository }, ...extra }] : [];
}

export function standing(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository ? [{ key: { kind: 'standing', repository }, priority: 'later' }] : [];
}

export function sprint(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository ? [{ key: { kind: 'sprint', repository }, priority: 'later' }] : [];
}

export function head(payload: unknown, sha: string | null, priority: Extra['priority']): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository && sha ? [{ head: { repository, sha }, priority }] : [];
}

export function group(payload: unknown, sha: string | null): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository && sha ? [{ key: { kind: 'group', repository, sha }, priority: 'now' }] : [];
}

export function install(payload: unknown): KeyedWork[] {
  const installation = idAt(payload, 'installation', 'id');
  return installation ? [{ key: { kind: 'install', installation }, priority: 'now' }] : [];
}
