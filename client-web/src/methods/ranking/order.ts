import type { RankingResult, RankingRules } from '../../wire/wire';
import { placesOf } from '../../lib/figures';

export interface Placed {
  item: number;
  /** From 1; shared by those that are equal. */
  place: number;
}

/** Moves one entry of a list up (-1) or down (1), or leaves the list as it is at its ends. */
export function moved(list: ReadonlyArray<number>, item: number, by: 1 | -1): number[] {
  const from = list.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const without = list.filter((each) => each !== item);
  return [...without.slice(0, to), item, ...without.slice(to)];
}

function byValue(values: ReadonlyArray<number>): Placed[] {
  const places = placesOf(values);
  return places.map((place, item) => ({ item, place })).sort((one, other) => one.place - other.place);
}

/**
 * By the instant runoff: who stayed longer is before who went out; those that went out together, or were equal at the
 * end, share a place.
 */
function byRunoff({ rows, runoff, runoffWinner }: RankingResult): Placed[] {
  const strength = rows.map(() => -1);
  runoff.forEach(({ eliminated }, round) => eliminated.forEach((item) => (strength[item] = round)));
  for (const { item, ballots } of runoff.at(-1)?.counts ?? []) {
    if (strength[item] === -1) strength[item] = runoff.length + ballots;
  }
  if (runoffWinner !== undefined) strength[runoffWinner] = Infinity;
  return byValue(strength);
}

/** The items in the order in which the rules want the result to be shown. */
export function placed(tally: RankingResult, order: RankingRules['order']): Placed[] {
  if (order === 'instant_runoff' && tally.runoff.length > 0) return byRunoff(tally);
  return byValue(tally.rows.map((row) => row.points));
}

/** How many ballots an item had in the last round of the runoff in which it was counted. */
export function lastRoundOf({ runoff }: RankingResult, item: number): { ballots: number; round: number } | undefined {
  const rounds = runoff.flatMap(({ counts }, at) => {
    const count = counts.find((each) => each.item === item);
    return count ? [{ ballots: count.ballots, round: at + 1 }] : [];
  });
  return rounds.at(-1);
}
