import type { Random } from './random.ts';
import type { Input } from './write-input.ts';

/** What the benchmark reads: shaped after what istanbul, gcovr, coverage.py, JaCoCo and Go write. */
export const inputs: readonly Input[] = [
  { name: 'lcov', megabytes: 100, files: 20_000, begin: '', end: '', piece: lcovRecord },
  {
    name: 'cobertura',
    megabytes: 100,
    files: 5_000,
    begin: '<?xml version="1.0" ?>\n<coverage version="7.6" line-rate="0.8"><sources><source>/home/runner/work/shop/shop</source></sources><packages>\n',
    end: '</packages></coverage>\n',
    piece: coberturaClass,
  },
  { name: 'jacoco', megabytes: 50, files: 3_200, begin: '<?xml version="1.0" encoding="UTF-8"?><report name="shop">', end: '</report>', piece: jacocoPackage },
  { name: 'istanbul-final', megabytes: 50, files: 2_225, begin: '{', end: '}', piece: istanbulEntry },
  { name: 'go-coverprofile', megabytes: 100, files: 8_000, begin: 'mode: atomic\n', end: '', piece: goBlocks },
];

function list(length: number, make: (index: number) => string): string {
  return Array.from({ length }, (_, index) => make(index)).join('');
}

function hits(random: Random): number {
  return random(4) === 0 ? 0 : random(5_000);
}

function lcovRecord(file: number, random: Random): string {
  const numbers = (length: number): number[] => Array.from({ length }, () => hits(random));
  const [calls, runs, taken] = [numbers(12), numbers(270), numbers(90)];
  const name = (index: number): string => `handle${file % 977}Request${index}`;
  const functions = `${calls.map((_, index) => `FN:${index * 30 + 1},${name(index)}\n`).join('')}FNF:12\nFNH:${covered(calls)}\n`;
  const lines = `${runs.map((count, index) => `DA:${index * 2 + 1},${count}\n`).join('')}LF:270\nLH:${covered(runs)}\n`;
  const branches = `${taken.map((count, index) => `BRDA:${(index >> 1) * 8 + 1},${index >> 1},${index & 1},${count === 0 ? '-' : count}\n`).join('')}BRF:90\nBRH:${covered(taken)}\n`;
  const called = calls.map((count, index) => `FNDA:${count},${name(index)}\n`).join('');
  return `TN:\nSF:packages/area${file % 40}/src/module${file % 500}/source-file-${file}.ts\n${functions}${called}${lines}${branches}end_of_record\n`;
}

function covered(counts: readonly number[]): number {
  return counts.filter((count) => count > 0).length;
}

function coberturaClass(file: number, random: Random): string {
  const line = (index: number): string => {
    const branch = index % 9 === 0 ? ` branch="true" condition-coverage="${random(2) === 0 ? '50% (1/2)' : '100% (2/2)'}"` : '';
    return `\t\t\t\t<line number="${index * 2 + 1}" hits="${hits(random)}"${branch}/>\n`;
  };
  return `<package name="area${file}" line-rate="0.7"><classes>\n\t<class name="file${file}.py" filename="src/area${file % 40}/source_file_${file}.py" complexity="0" line-rate="0.7"><methods/><lines>\n${list(505, line)}\t</lines></class>\n</classes></package>\n`;
}

function jacocoPackage(file: number, random: Random): string {
  const runs = Array.from({ length: 200 }, (_, index) => ({ nr: index * 2 + 3, mi: random(3) === 0 ? 4 : 0, ci: random(9), cb: index % 7 === 0 ? 2 : 0 }));
  const lines = runs.map(({ nr, mi, ci, cb }) => `<line nr="${nr}" mi="${mi}" ci="${ci}" mb="0" cb="${cb}"/>`).join('');
  const sum = (of: 'mi' | 'ci' | 'cb'): number => runs.reduce((total, run) => total + run[of], 0);
  const hit = covered(runs.map(({ ci }) => ci));
  const counter = (type: string, missed: number, reached: number): string => `<counter type="${type}" missed="${missed}" covered="${reached}"/>`;
  const of = (types: readonly string[]): string => types.map((type) => counter(type, random(90), random(900))).join('');
  const own = `${counter('INSTRUCTION', sum('mi'), sum('ci'))}${counter('BRANCH', 0, sum('cb'))}${counter('LINE', 200 - hit, hit)}${of(['COMPLEXITY', 'METHOD'])}`;
  const methods = list(
    18,
    (index) =>
      `<method name="handle${index}" desc="(Lcom/acme/shop/Request;)V" line="${index * 20 + 3}">${of(['INSTRUCTION', 'BRANCH', 'LINE', 'COMPLEXITY', 'METHOD'])}</method>`,
  );
  return `<package name="com/acme/shop/area${file}"><class name="com/acme/shop/area${file}/Source${file}" sourcefilename="Source${file}.java">${methods}${own}</class><sourcefile name="Source${file}.java">${lines}${own}</sourcefile>${own}</package>`;
}

function istanbulEntry(file: number, random: Random): string {
  const path = `/home/runner/work/shop/shop/src/area${file % 40}/source-file-${file}.ts`;
  const place = (line: number, column: number): string => `{"start":{"line":${line},"column":${column}},"end":{"line":${line + 1},"column":${column + 31}}}`;
  const members = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => `"${index}":${make(index)}`).join(',');
  const entry = [
    `"path":"${path}"`,
    `"statementMap":{${members(180, (index) => place(index * 2 + 1, 4))}}`,
    `"fnMap":{${members(20, (index) => `{"name":"handle${index}","decl":${place(index * 18 + 1, 9)},"loc":${place(index * 18 + 1, 20)},"line":${index * 18 + 1}}`)}}`,
    `"branchMap":{${members(20, (index) => `{"loc":${place(index * 18 + 3, 4)},"type":"if","locations":[${place(index * 18 + 3, 4)},{"start":{},"end":{}}],"line":${index * 18 + 3}}`)}}`,
    `"s":{${members(180, () => String(hits(random)))}}`,
    `"f":{${members(20, () => String(hits(random)))}}`,
    `"b":{${members(20, () => `[${hits(random)},${hits(random)}]`)}}`,
  ];
  return `${file === 0 ? '' : ','}${JSON.stringify(path)}:{${entry.join(',')}}\n`;
}

function goBlocks(file: number, random: Random): string {
  const path = `github.com/acme/shop/internal/area${file % 40}/source_file_${file}.go`;
  return list(172, (index) => `${path}:${index * 4 + 3}.${random(40) + 2},${index * 4 + 6}.${random(9) + 2} ${random(4) + 1} ${hits(random)}\n`);
}
