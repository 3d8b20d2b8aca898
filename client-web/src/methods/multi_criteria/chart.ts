export interface Mark {
  id: number;
  x: number;
  y: number;
}

/** Marks that would lie on each other are moved to the right, until there is room. */
export function apart(marks: ReadonlyArray<Mark>, size: number): Mark[] {
  const set: Mark[] = [];
  const near = (one: Mark, other: Mark) => Math.hypot(one.x - other.x, one.y - other.y) < size * 0.75;
  for (const mark of marks) {
    const moved = { ...mark };
    while (set.some((each) => near(each, moved))) moved.x += size * 0.8;
    set.push(moved);
  }
  return set;
}

/** From 0, the worse end, to 1, the better one: where less is better, that is the lowest step. */
export function share(mean: number, lowest: number, steps: number, inverted: boolean): number {
  const part = (mean - lowest) / (steps - 1);
  return inverted ? 1 - part : part;
}
