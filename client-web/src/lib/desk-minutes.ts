/** Planned, of all these steps together. */
export function minutesOf(steps: ReadonlyArray<{ readonly minutes?: number | undefined }>): number {
  return steps.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
}
