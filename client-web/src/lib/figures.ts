/** Places from 1 in the order of the values, the highest first; equal ones share the better place ("1224"). */
export function placesOf(values: ReadonlyArray<number | undefined>): number[] {
  const rank = (value: number | undefined) => value ?? -Infinity;
  return values.map((value) => 1 + values.filter((each) => rank(each) > rank(value)).length);
}

/** The largest first number first; equal ones stay as they stood. */
export function byFirst<Row extends { readonly parts: ReadonlyArray<number> }>(rows: ReadonlyArray<Row>): Row[] {
  return [...rows].sort((one, other) => (other.parts[0] ?? 0) - (one.parts[0] ?? 0));
}

/** The highest rank first, those without one last. */
export function byRank<Row extends { readonly rank?: number | undefined }>(rows: ReadonlyArray<Row>): Row[] {
  const rank = (row: Row) => row.rank ?? -Infinity;
  return [...rows].sort((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)));
}

/** Short enough to be read, as a number that the page writes in its language. */
export function rounded(value: number, digits = 1): number {
  // Without the sign of a nought.
  return Number(value.toFixed(digits)) + 0;
}

/** How far a number has moved; nothing when there is none to compare it with. */
export function shiftOf(now: number | undefined, before: number | undefined): number | undefined {
  return now === undefined || before === undefined ? undefined : now - before;
}

/** So many of the rows, in their order: the first one, then those to talk about, then the best. */
export function weightiest<Row>(rows: ReadonlyArray<Row>, most: number, talk: (row: Row) => boolean): Row[] {
  if (rows.length <= most) return [...rows];
  const places = rows.map((_, at) => at);
  // Sorting keeps the order of what is alike.
  const weight = (at: number) => (at === 0 ? 0 : talk(rows[at] as Row) ? 1 : 2);
  const kept = new Set(places.sort((one, other) => weight(one) - weight(other)).slice(0, Math.max(1, most)));
  return rows.filter((_, at) => kept.has(at));
}
