import type { Step } from '../../ui/ScaleRow.svelte';

/** The steps of a scale from its lowest, with their words where there are some. */
export function stepsOf(lowest: number, count: number, words: ReadonlyArray<string> = []): Step[] {
  return Array.from({ length: count }, (_, at) => {
    const word = words[at]?.trim();
    return { value: lowest + at, ...(word ? { word } : {}) };
  });
}

/** Words for the ends of a scale that has none. */
export function withEnds(steps: Step[], low: string, high: string): Step[] {
  if (steps.some((each) => each.word !== undefined)) return steps;
  return steps.map((each, at) => ({
    ...each,
    ...(at === 0 ? { word: low } : at === steps.length - 1 ? { word: high } : {}),
  }));
}

/** None, or one per step: what the server takes. */
export function labelsOf(words: ReadonlyArray<string>, count: number): string[] {
  const labels = Array.from({ length: count }, (_, at) => words[at] ?? '');
  return labels.every((each) => each.trim() === '') ? [] : labels;
}
