import type { Component, Snippet } from 'svelte';
import type { Locale } from '../i18n/index.svelte';
import type { Ballot, ItemView, Tally, TextToRemove, VoteRules } from '../wire/wire';

export type MethodName = VoteRules['method'];
/** What belongs to one method. */
export type RulesOf<Name extends MethodName> = Extract<VoteRules, { method: Name }>;
export type BallotOf<Name extends MethodName> = Extract<Ballot, { method: Name }>;
export type TallyOf<Name extends MethodName> = Extract<Tally, { method: Name }>;

/** Rules while they are being edited. */
export type Editable<Rules> = { -readonly [K in keyof Rules]: Rules[K] };

export interface CastProps<Name extends MethodName> {
  rules: RulesOf<Name>;
  items: ReadonlyArray<ItemView>;
  /** As last cast on this device, else the empty one. */
  ballot: BallotOf<Name>;
  /** Whether one was cast at all. */
  voted: boolean;
  /** Begun, and not yet what the rules ask for: kept on this device, not cast. */
  held: BallotOf<Name> | undefined;
  /** Why the ballot before this one was refused. */
  refusal: string | undefined;
  hold: (ballot: BallotOf<Name>) => void;
  cast: (ballot: BallotOf<Name>) => void;
}

export interface ResultProps<Name extends MethodName> {
  rules: RulesOf<Name>;
  items: ReadonlyArray<ItemView>;
  /** Its rows stand in the order of the items. */
  tally: TallyOf<Name>;
  /** Of the first round, when this is the second one. */
  first: TallyOf<Name> | undefined;
  /** For the presenter: to be read from the last row, without tables. */
  large: boolean;
  /** Beside each text that people wrote, for the facilitator. */
  beside?: Snippet<[TextToRemove]> | undefined;
}

export interface RulesProps<Name extends MethodName> {
  rules: Editable<RulesOf<Name>>;
  /** A second round has those of the first. */
  locked: boolean;
  changed: () => void;
  /** The server refuses them; the sentence that says why has this id. */
  problem: string | undefined;
}

/** By what of a method's result a later step may choose its items; its words are `line` and `above` of `figure.LANGUAGE.json`. */
export interface HandsOver<Rules> {
  /** Which `line.WORDS` and `above.WORDS` tell the figure, where the rules change what it is. */
  words?(rules: Rules): string | undefined;
  /** A line to begin with; what is not worse goes on. */
  line(rules: Rules): number;
  /** Whether it tells how far judgements lie apart. */
  disputed?: true;
  /** Those that span the quadrants, where there are two. */
  criteria?(rules: Rules): readonly [string, string] | undefined;
}

/** A voting method. Its parts and its words come when they are wanted. */
export interface MethodOf<Name extends MethodName> {
  readonly name: Name;
  /** Those of a new vote. */
  readonly rules: RulesOf<Name>;
  /** What in them is read by those who vote, in the language of the workshop. */
  readonly words?: Readonly<Record<Locale, Partial<RulesOf<Name>>>>;
  readonly emptyBallot: BallotOf<Name>;
  /** How long it usually takes. */
  readonly minutes: number;
  /** Absent where a result puts items in no order. */
  readonly handsOver?: HandsOver<RulesOf<Name>>;
  /** What whoever votes is asked to do. */
  ask(rules: RulesOf<Name>): string;
  /** The same in a few words, for the wall. */
  askOnWall(rules: RulesOf<Name>): string;
  /** How much was cast, where that is not the number of ballots. */
  sum?(tally: TallyOf<Name>): string;
  texts(): Promise<void>;
  /** The ballot of a phone or laptop. */
  cast(): Promise<{ default: Component<CastProps<Name>> }>;
  result(): Promise<{ default: Component<ResultProps<Name>> }>;
  /** The facilitator's fields; absent where nothing can be chosen. */
  form?(): Promise<{ default: Component<RulesProps<Name>, object, 'rules'> }>;
}

/** Any method: the tag of the rules has chosen it, so ballots and tallies that it meets are its own. */
export type Method = MethodOf<MethodName>;

export function method<Name extends MethodName>(described: MethodOf<Name>): Method {
  return described as unknown as Method;
}
