export interface Step {
  value: number;
  /** In words; many steps have none. */
  word?: string | undefined;
}

/** A mark on a chart, `at` so many columns from its beginning. */
export interface Tick {
  at: number;
  text: string;
}

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

/** Of ticks that would touch each other, as many as fit: every second, third, ... `digit` and `column` are widths. */
export function fitting(ticks: ReadonlyArray<Tick>, digit: number, column: number): Tick[] {
  const longest = (Math.max(1, ...ticks.map((each) => each.text.length)) + 1) * digit;
  // A tick at the beginning is written beside it, and reaches further.
  const every = Math.ceil((longest * (ticks[0]?.at === 0 ? 1.5 : 1)) / column);
  return ticks.filter((_, nth) => nth % every === 0);
}
