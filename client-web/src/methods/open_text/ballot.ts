import type { OpenTextBallot } from '../../wire/wire';

/** With another answer to one question; an empty one leaves it out. */
export function answering(ballot: OpenTextBallot, item: number, text: string): OpenTextBallot {
  const { [item]: _, ...others } = ballot.answers;
  return { ...ballot, answers: text.trim() === '' ? others : { ...others, [item]: text } };
}
