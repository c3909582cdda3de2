/** So much more of a text is read at once that no request waits long for it. */
const longestStep = 32_000;
/** Code that runs for the first time is slow: the first text of all is read in steps that begin so small. */
const firstStep = 1;

/**
 * Where to stop in a text that is read from its start again and again, each time with more of it: a reader remembers
 * what it has read, so each step costs little more than what is new. Ends with the length of the text.
 */
export function readingSteps(text: string, isFirst: boolean): readonly number[] {
  const steps: number[] = [];
  let end = isFirst ? firstStep : longestStep;
  while (end < text.length) {
    steps.push(text.lastIndexOf('\n', end) + 1 || end);
    end += Math.min(end, longestStep);
  }
  return [...steps, text.length];
}
