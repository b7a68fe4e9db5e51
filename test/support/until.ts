/** Asks again and again until the answer is neither null, undefined nor false: for what another process does in its own time. */
export async function until<T>(what: string, ask: () => T | Promise<T>, patience = 25_000): Promise<Exclude<T, null | undefined | false>> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer as Exclude<T, null | undefined | false>;
    if (performance.now() > deadline) throw new Error(`waited ${patience / 1000} s in vain for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
}
