/** None, or one per step: what the server takes. */
export function labelsOf(words: ReadonlyArray<string>, count: number): string[] {
  const labels = Array.from({ length: count }, (_, at) => words[at] ?? '');
  return labels.every((each) => each.trim() === '') ? [] : labels;
}
