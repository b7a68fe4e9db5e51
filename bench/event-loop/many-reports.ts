/** JUnit reports as a large build writes them: one a class. */
export function manyReports(reports: number, tests: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: reports }, (_, index) => [`reports/TEST-com.acme.Case${index}Test.xml`, report(index, tests)]));
}

function report(index: number, tests: number): string {
  const name = `com.acme.Case${index}Test`;
  const cases = Array.from({ length: tests }, (_, at) => `  <testcase name="does the thing number ${at}" classname="${name}" time="0.0${at % 10}"/>\n`).join(
    '',
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="${name}" tests="${tests}" skipped="0" failures="0" errors="0" time="1.5">\n${cases}</testsuite>\n`;
}
