import type { MultiCriteriaBallot } from '../../wire/wire';

function without<Value>(all: Readonly<Record<string, Value>>, key: number): Record<string, Value> {
  const { [key]: _, ...others } = all;
  return others;
}

/** The ballot with another judgement of one item by one criterion; nothing: taken back. Empty parts are left out. */
export function judged(
  ballot: MultiCriteriaBallot,
  item: number,
  criterion: number,
  picked: number | 'cannot' | undefined,
): MultiCriteriaBallot {
  const steps = without(ballot.ratings[item] ?? {}, criterion);
  if (typeof picked === 'number') steps[criterion] = picked;
  const others = (ballot.cannotJudge[item] ?? []).filter((each) => each !== criterion);
  const cannot = picked === 'cannot' ? [...others, criterion].sort((one, other) => one - other) : others;
  const ratings = without(ballot.ratings, item);
  const cannotJudge = without(ballot.cannotJudge, item);
  return {
    ...ballot,
    ratings: Object.keys(steps).length > 0 ? { ...ratings, [item]: steps } : ratings,
    cannotJudge: cannot.length > 0 ? { ...cannotJudge, [item]: cannot } : cannotJudge,
  };
}

/** By how many criteria an item was judged, or was said to be impossible to judge. */
export function judgedBy(ballot: MultiCriteriaBallot, item: number): number {
  return Object.keys(ballot.ratings[item] ?? {}).length + (ballot.cannotJudge[item]?.length ?? 0);
}
