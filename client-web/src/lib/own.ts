import type { Ballot, Envelope, Received } from '../wire/wire';
import { nobodyAnswered, type Answer } from './api';
import type { OwnThing, Receipt } from './letterbox';

// What becomes of one's own things when their envelopes are answered.

/** Of an envelope that has no stamp yet. */
export const missing = '';
/** Looks like nothing chosen, whatever the method. */
const noBallot = {} as unknown as Ballot;

export function keyOf(own: OwnThing): string {
  if (own.kind === 'card') return `card:${own.id}`;
  return own.kind === 'address' ? 'address' : `${own.kind}:${own.activity}`;
}

export function withStamp(envelope: Envelope, stamp: string): Envelope {
  return 'stamp' in envelope ? { ...envelope, stamp } : envelope;
}

export function withoutStamp(own: OwnThing, envelope: Envelope): OwnThing {
  return { ...own, todo: own.todo.map((each) => (isSame(each, envelope) ? withStamp(each, missing) : each)) };
}

/** Whatever its stamp. Another tab may have settled it meanwhile. */
function isSame(one: Envelope, other: Envelope): boolean {
  return JSON.stringify(withStamp(one, missing)) === JSON.stringify(withStamp(other, missing));
}

type Verdict = 'received' | 'again' | 'otherStamp' | 'strangeStamp' | 'refused';

export function verdictOf(answer: Answer<Received>): Verdict {
  // Only the receipt itself: whatever else comes with a 200, the card stays here and is sent again.
  if (answer.kind === 'ok') return answer.body?.received === true ? 'received' : 'again';
  if (answer.kind === 'silence' || answer.status === 429 || answer.status >= 500) return 'again';
  if (answer.error.code === 'stamp_spent') return 'otherStamp';
  return answer.error.code === 'stamp_invalid' ? 'strangeStamp' : 'refused';
}

export function confirmed(own: OwnThing, envelope: Envelope): OwnThing {
  const todo = own.todo.filter((each) => !isSame(each, envelope));
  const receipt: Receipt = todo.length === 0 ? 'received' : 'sending';
  if (own.kind === 'address') return { ...own, todo, receipt, mail: todo.length === 0 ? '' : own.mail };
  if (own.kind === 'ballot' && envelope.type === 'ballot') return { ...own, todo, receipt, stored: envelope.ballot };
  if (own.kind === 'signUp' && envelope.type === 'signUp') {
    const { name, contact = '', items } = envelope;
    return { ...own, todo, receipt, stored: { name, contact, items } };
  }
  if (own.kind !== 'card') return { ...own, todo, receipt };
  const stored = envelope.type === 'entry' ? envelope.entry.text : envelope.type === 'edit' ? envelope.text : '';
  return { ...own, todo, receipt, stored };
}

export function refused(own: OwnThing, envelope: Envelope, answer: Answer<Received>): OwnThing {
  const refusal = answer.kind === 'refusal' ? answer.error : nobodyAnswered;
  // Whatever was to follow an entry that was not accepted is lost with it.
  const todo = envelope.type === 'entry' ? [] : own.todo.filter((each) => !isSame(each, envelope));
  if (own.kind === 'card' && envelope.type === 'withdraw') {
    return { ...own, todo, receipt: 'refused', refusal, withdrawn: false, text: own.stored ?? '' };
  }
  // What counts is the ballot before, unless another one is still to follow.
  if (own.kind === 'ballot' && todo.length === 0) {
    return { ...own, todo, receipt: 'refused', refusal, ballot: own.stored ?? noBallot };
  }
  return { ...own, todo, receipt: 'refused', refusal };
}
