import type { MatrixRow } from './build-matrix.ts';

/** The matrix as data: evidence by its id, decisions by their id with who decided. */
export function matrixJson(rows: readonly MatrixRow[]): unknown {
  return rows.map(({ evidence, decisions, ...row }) => ({
    ...row,
    evidence: evidence.map(({ id, sha256 }) => ({ id, sha256 })),
    decisions: decisions.map(({ decision: { id, kind, by, proof, at, until, commits }, stands, entry }) => ({
      id,
      kind,
      by: { id: by.id, login: by.login },
      authority: proof.authority,
      at,
      until,
      commit: commits.to,
      stands,
      entry,
    })),
  }));
}
