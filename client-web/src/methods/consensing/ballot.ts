import type { ConsensingBallot } from '../../wire/wire';

/** With another resistance to one item; nothing: taken back, which is not 0. */
export function resisting(ballot: ConsensingBallot, item: number, resistance: number | undefined): ConsensingBallot {
  const { [item]: _, ...others } = ballot.resistance;
  return { ...ballot, resistance: resistance === undefined ? others : { ...others, [item]: resistance } };
}

/** With another reason against one item; an empty one is none. */
export function objecting(ballot: ConsensingBallot, item: number, text: string): ConsensingBallot {
  const { [item]: _, ...others } = ballot.objections;
  return { ...ballot, objections: text.trim() === '' ? others : { ...others, [item]: text } };
}
