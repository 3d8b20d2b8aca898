/** Places from 1 in the order of the values, the highest first; equal ones share the better place ("1224"). */
export function placesOf(values: ReadonlyArray<number | undefined>): number[] {
  const rank = (value: number | undefined) => value ?? -Infinity;
  return values.map((value) => 1 + values.filter((each) => rank(each) > rank(value)).length);
}

export function signed(value: number, digits = 0): string {
  const rounded = Number(value.toFixed(digits));
  return rounded > 0 ? `+${rounded}` : String(rounded);
}

/** The largest first number first; equal ones stay as they stood. */
export function byFirst<Row extends { readonly parts: ReadonlyArray<number> }>(rows: ReadonlyArray<Row>): Row[] {
  return [...rows].sort((one, other) => (other.parts[0] ?? 0) - (one.parts[0] ?? 0));
}
