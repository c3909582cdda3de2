const patience = 15_000;

/** Asks again until the answer is neither `undefined` nor `false`. */
export async function eventually<T>(ask: () => T | undefined | false, what: string): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
