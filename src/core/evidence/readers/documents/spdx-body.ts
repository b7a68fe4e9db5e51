import type { ReportBody } from '../reader.ts';

interface Spdx {
  readonly version: string;
  readonly madeAt: string | null;
  readonly packages: number;
  readonly files: number;
  readonly relationships: number;
  readonly documentNamespace: boolean;
}

/** What an SPDX document says, alike in its formats. Empty when it describes neither a package nor a file. */
export function spdxBody({ version, madeAt, ...values }: Spdx): ReportBody {
  const empty = values.packages + values.files === 0;
  return {
    kind: 'document',
    outcome: empty ? 'empty' : 'ok',
    totals: { values: empty ? {} : values },
    flags: empty ? ['no-packages: the document describes no package and no file'] : [],
    tool: version.slice(0, 40),
    ...(madeAt === null ? {} : { madeAt: madeAt.slice(0, 40) }),
  };
}
