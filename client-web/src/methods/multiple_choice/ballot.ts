import type { MultipleChoiceBallot, MultipleChoiceRules } from '../../wire/wire';

/** How many choices a ballot makes: a text of one's own is one. */
export function choicesOf({ chosen, other }: MultipleChoiceBallot): number {
  return chosen.length + (other.trim() === '' ? 0 : 1);
}

/** Whether one more may be chosen. */
export function isFull(rules: MultipleChoiceRules, ballot: MultipleChoiceBallot): boolean {
  return rules.most > 0 && choicesOf(ballot) >= rules.most;
}

/** How many are missing until the ballot is taken; leaving out all of them always is. */
export function missingIn(rules: MultipleChoiceRules, ballot: MultipleChoiceBallot): number {
  const choices = choicesOf(ballot);
  return choices === 0 ? 0 : Math.max(0, rules.least - choices);
}

export function toggled(ballot: MultipleChoiceBallot, item: number): MultipleChoiceBallot {
  const without = ballot.chosen.filter((each) => each !== item);
  const has = without.length < ballot.chosen.length;
  return { ...ballot, chosen: has ? without : [...without, item].sort((one, other) => one - other) };
}
