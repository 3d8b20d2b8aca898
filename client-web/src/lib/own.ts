import type { Ballot, Envelope, ErrorAnswer, Received } from '../wire/wire';
import { nobodyAnswered, type Answer } from './api';

/** Where something of one's own is on its way. */
export type Receipt = 'sending' | 'waiting' | 'received' | 'refused';

interface Own {
  /** What is still to be sent, the oldest first; the first one may be under way. */
  todo: Envelope[];
  receipt: Receipt;
  refusal?: ErrorAnswer;
}

/** A card or comment that was written in this browser. */
export interface OwnCard extends Own {
  readonly kind: 'card';
  readonly id: string;
  readonly activity: string;
  readonly section?: string;
  readonly on?: string;
  /** One of the kinds of cards of its activity. */
  readonly cardKind?: string;
  readonly editSecret: string;
  /** Counts what was written on this device, for the list of one's own cards; never sent. */
  readonly nth: number;
  /** As its writer last wanted it; empty when it was withdrawn. */
  text: string;
  /** As the server has it; absent until it was received. */
  stored?: string;
  counter: number;
  withdrawn: boolean;
  /** Its step was closed since: the right to change it has ended, also when the step is open again. */
  fixed?: boolean;
}

export interface OwnBallot extends Own {
  readonly kind: 'ballot';
  readonly activity: string;
  /** As its voter last wanted it; as it counts, when the last one was refused. */
  ballot: Ballot;
  /** As the server has it; absent until one was received. */
  stored?: Ballot;
  counter: number;
}

export interface OwnAddress extends Own {
  readonly kind: 'address';
  mail: string;
}

/** What somebody signs up with; without themes it is taken back. */
export interface SignedUp {
  readonly name: string;
  readonly contact: string;
  readonly items: ReadonlyArray<number>;
}

export interface OwnSignUp extends Own {
  readonly kind: 'signUp';
  readonly activity: string;
  /** Name and contact are empty after a reload, once it is settled. */
  wanted: SignedUp;
  /** What the list has; absent until it was received. */
  stored?: Pick<SignedUp, 'items'>;
  counter: number;
}

/** The cards of one activity that this person supports: said all at once, in place of what was said before. */
export interface OwnUpVotes extends Own {
  readonly kind: 'upVotes';
  readonly activity: string;
  /** As last wanted; as they count, when the last ones were refused. */
  entries: ReadonlyArray<string>;
  /** As the server has them; absent until some were received. */
  stored?: ReadonlyArray<string>;
  counter: number;
}

/** What takes the place of what was said before. */
export type OwnSaid = OwnBallot | OwnSignUp | OwnUpVotes;
export type OwnThing = OwnCard | OwnAddress | OwnSaid;

// What becomes of one's own things when their envelopes are answered.

/** Of an envelope that has no stamp yet. */
export const missing = '';
/** Looks like nothing chosen, whatever the method. */
const noBallot = {} as unknown as Ballot;

export function keyOf(own: OwnThing): string {
  if (own.kind === 'card') return `card:${own.id}`;
  return own.kind === 'address' ? 'address' : `${own.kind}:${own.activity}`;
}

/** What the device keeps of it: no name, once nothing is to be sent any more. */
export function withoutName(own: OwnThing): OwnThing {
  if (own.kind !== 'signUp' || own.todo.length > 0) return own;
  return { ...own, wanted: { ...own.wanted, name: '', contact: '' } };
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
    return { ...own, todo, receipt, stored: { items: envelope.items } };
  }
  if (own.kind === 'upVotes' && envelope.type === 'upVotes') {
    // Another tab has settled it: what it sent came after this.
    return own.todo.length === 0 ? own : { ...own, todo, receipt, stored: envelope.entries };
  }
  if (own.kind !== 'card') return { ...own, todo, receipt };
  const stored = envelope.type === 'entry' ? envelope.entry.text : envelope.type === 'edit' ? envelope.text : '';
  return { ...own, todo, receipt, stored };
}

export function refused(own: OwnThing, envelope: Envelope, answer: Answer<Received>): OwnThing {
  const refusal = answer.kind === 'refusal' ? answer.error : nobodyAnswered;
  // Whatever was to follow an entry that was not accepted is lost with it.
  const todo = envelope.type === 'entry' ? [] : own.todo.filter((each) => !isSame(each, envelope));
  // The step was closed while this page was away.
  const fixed = refusal.code === 'not_the_writer' ? { fixed: true } : {};
  if (own.kind === 'card' && envelope.type === 'withdraw') {
    return { ...own, ...fixed, todo, receipt: 'refused', refusal, withdrawn: false, text: own.stored ?? '' };
  }
  if (own.kind === 'card') return { ...own, ...fixed, todo, receipt: 'refused', refusal };
  // What counts is the ballot before, unless another one is still to follow.
  if (own.kind === 'ballot' && todo.length === 0) {
    return { ...own, todo, receipt: 'refused', refusal, ballot: own.stored ?? noBallot };
  }
  if (own.kind === 'upVotes' && todo.length === 0) return upVotesRefused({ ...own, todo }, refusal);
  return { ...own, todo, receipt: 'refused', refusal };
}

/** They are as they were before. If that is what was wanted, nothing is lost. */
function upVotesRefused(own: OwnUpVotes, refusal: ErrorAnswer): OwnUpVotes {
  const { refusal: _, ...rest } = own;
  const { stored = [], entries } = own;
  if (stored.length === entries.length && entries.every((each) => stored.includes(each)))
    return { ...rest, receipt: 'received' };
  return { ...rest, receipt: 'refused', refusal, entries: stored };
}
