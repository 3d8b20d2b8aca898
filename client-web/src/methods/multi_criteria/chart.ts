/** An item, under its number in the list; `right` and `up` from 0, the worse end, to 1, the better one. */
export interface Spot {
  number: number;
  right: number;
  up: number;
}

/** What is drawn, in points from the upper left corner: one or more numbers, in rows. */
export interface Mark {
  x: number;
  y: number;
  width: number;
  height: number;
  columns: number;
  texts: string[];
}

/** In points; `size` is that of one number. */
export interface Picture {
  width: number;
  height: number;
  size: number;
}

/** From 0, the worse end, to 1, the better one: where less is better, that is the lowest step. */
export function share(mean: number, lowest: number, steps: number, inverted: boolean): number {
  const part = (mean - lowest) / (steps - 1);
  return inverted ? 1 - part : part;
}

/** The middle itself is not yet the better half. */
const half = (part: number) => (part > 0.5 ? 1 : 0);
const mean = (values: ReadonlyArray<number>) => values.reduce((sum, each) => sum + each, 0) / values.length;
/** The nearest place at which something of this length lies in that half of the axis. */
function within(at: number, length: number, which: 0 | 1, axis: number): number {
  const from = (which * axis) / 2;
  return Math.max(from + length / 2, Math.min(from + axis / 2 - length / 2, at));
}

interface Group {
  spots: Spot[];
  quadrant: string;
  mark: Mark;
}

function groupOf(spots: Spot[], { width, height, size }: Picture): Group {
  const [first] = spots;
  const [right, up] = [half(first?.right ?? 0), half(first?.up ?? 0)] as const;
  const numbers = spots.map((each) => each.number).sort((one, other) => one - other);
  const across = Math.max(1, Math.floor(width / 2 / size));
  const room = across * Math.max(1, Math.floor(height / 2 / size));
  const texts = numbers.length <= room ? numbers.map(String) : [...numbers.slice(0, room - 1).map(String), '…'];
  const columns = Math.min(across, texts.length);
  const wide = columns * size;
  const high = Math.ceil(texts.length / columns) * size;
  const x = within(mean(spots.map((each) => each.right)) * width, wide, right, width);
  const y = within((1 - mean(spots.map((each) => each.up))) * height, high, up === 1 ? 0 : 1, height);
  return { spots, quadrant: `${right}${up}`, mark: { x, y, width: wide, height: high, columns, texts } };
}

/**
 * Marks within their quadrant, whole. Those that would lie on each other share one, with all their numbers: a mark is moved for the
 * edges alone, and never into another quadrant.
 */
export function marksOf(spots: ReadonlyArray<Spot>, picture: Picture): Mark[] {
  const groups: Group[] = [];
  const cover = (one: Mark, other: Mark) =>
    Math.abs(one.x - other.x) < ((one.width + other.width) / 2) * 0.8 &&
    Math.abs(one.y - other.y) < ((one.height + other.height) / 2) * 0.8;
  for (const spot of spots) {
    let group = groupOf([spot], picture);
    for (;;) {
      const near = groups.findIndex((each) => each.quadrant === group.quadrant && cover(each.mark, group.mark));
      const [found] = near < 0 ? [] : groups.splice(near, 1);
      if (!found) break;
      group = groupOf([...found.spots, ...group.spots], picture);
    }
    groups.push(group);
  }
  return groups.map((each) => each.mark);
}
