import type { PointsBallot, PointsRules } from '../../wire/wire';

/** What so many points on one item cost. */
export const costOf = (rules: PointsRules, points: number): number => (rules.quadratic ? points * points : points);

export function spentOf(rules: PointsRules, ballot: PointsBallot): number {
  return Object.values(ballot.points).reduce((sum, each) => sum + costOf(rules, each), 0);
}

/** The most points that one item can have while the others keep theirs. */
export function mostOn(rules: PointsRules, ballot: PointsBallot, item: number): number {
  const now = ballot.points[item] ?? 0;
  const free = rules.budget - spentOf(rules, ballot) + costOf(rules, now);
  const affordable = Math.max(0, rules.quadratic ? Math.floor(Math.sqrt(free)) : free);
  return rules.perItem > 0 ? Math.min(rules.perItem, affordable) : affordable;
}

/** Whether one more point can be bought on any of so many items. */
export function canBuy(rules: PointsRules, items: number, ballot: PointsBallot): boolean {
  return Array.from({ length: items }, (_, at) => at).some(
    (item) => mostOn(rules, ballot, item) > (ballot.points[item] ?? 0),
  );
}

/** A ballot without points is an abstention; one that has to spend all goes on until nothing more can be bought. */
export function isDone(rules: PointsRules, items: number, ballot: PointsBallot): boolean {
  return !rules.spendAll || spentOf(rules, ballot) === 0 || !canBuy(rules, items, ballot);
}

/** With so many points on the item, as far as they can be bought. */
export function withPoints(rules: PointsRules, ballot: PointsBallot, item: number, wanted: number): PointsBallot {
  const points = Math.min(mostOn(rules, ballot, item), Math.max(0, Math.trunc(wanted) || 0));
  const { [item]: _, ...others } = ballot.points;
  return { ...ballot, points: points > 0 ? { ...others, [item]: points } : others };
}
