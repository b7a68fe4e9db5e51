/** Whether a file's path says that it was meant as coverage, where its content does not tell. */
export function isNamedAsCoverage(path: string): boolean {
  return /cov|jacoco|cobertura|clover|\.info$/i.test(path);
}
