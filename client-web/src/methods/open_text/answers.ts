/** How many answers to each question are shown where there is room for so many: one each before a second one. */
export function shownOf(answers: ReadonlyArray<number>, most: number): number[] {
  const each = Math.max(1, Math.floor(most / Math.max(1, answers.length)));
  return answers.slice(0, Math.max(1, most)).map((count) => Math.min(count, each));
}
