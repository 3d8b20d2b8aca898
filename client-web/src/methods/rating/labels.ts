/** None, or one per step: what the server takes. */
export function labelsOf(words: ReadonlyArray<string>, count: number): string[] {
  const labels = Array.from({ length: count }, (_, at) => words[at] ?? '');
  return labels.every((each) => each.trim() === '') ? [] : labels;
}

/** The words of all steps there ever were: another number of steps is typed digit by digit, and takes none away. */
export function remembered(words: ReadonlyArray<string>, before: ReadonlyArray<string>): string[] {
  return [...words, ...before.slice(words.length)];
}
