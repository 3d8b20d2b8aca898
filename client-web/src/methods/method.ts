import type { Component } from 'svelte';
import type { Ballot, ItemView, Tally, VoteRules } from '../wire/wire';

/** Rules, ballots and tallies say of which method they are. */
export interface Tagged {
  readonly method: string;
}

/** Tallies of all methods count these two. */
export interface Counted extends Tagged {
  readonly ballots: number;
  readonly abstentions: number;
}

/** Rules while they are being edited. */
export type Editable<Rules> = { -readonly [K in keyof Rules]: Rules[K] };

export interface CastProps<Rules, Ballot> {
  rules: Rules;
  items: ReadonlyArray<ItemView>;
  /** As last cast on this device, else the empty one. */
  ballot: Ballot;
  /** Whether one was cast at all. */
  voted: boolean;
  cast: (ballot: Ballot) => void;
}

export interface ResultProps<Rules, Tally> {
  rules: Rules;
  items: ReadonlyArray<ItemView>;
  /** Its rows stand in the order of the items. */
  tally: Tally;
  /** Of the first round, when this is the second one. */
  first: Tally | undefined;
  /** For the presenter: to be read from the last row, without tables. */
  large: boolean;
}

export interface RulesProps<Rules> {
  rules: Editable<Rules>;
  /** A second round has those of the first. */
  locked: boolean;
  changed: () => void;
  /** The server refuses them; the sentence that says why has this id. */
  problem: string | undefined;
}

/** A voting method. Its parts and its words come when they are wanted. */
export interface MethodOf<Rules extends Tagged, Ballot extends Tagged, Tally extends Counted> {
  readonly name: Rules['method'];
  /** Those of a new vote. */
  readonly rules: Rules;
  readonly emptyBallot: Ballot;
  /** How long it usually takes. */
  readonly minutes: number;
  /** What whoever votes is asked to do. */
  ask(rules: Rules): string;
  /** The same in a few words, for the wall. */
  askOnWall(rules: Rules): string;
  /** How much was cast, where that is not the number of ballots. */
  sum?(tally: Tally): string;
  texts(): Promise<void>;
  /** The ballot of a phone or laptop. */
  cast(): Promise<{ default: Component<CastProps<Rules, Ballot>> }>;
  result(): Promise<{ default: Component<ResultProps<Rules, Tally>> }>;
  /** The facilitator's fields; absent where nothing can be chosen. */
  form?(): Promise<{ default: Component<RulesProps<Rules>, object, 'rules'> }>;
}

/** Any method: the tag of the rules has chosen it, so ballots and tallies that it meets are its own. */
export type Method = MethodOf<VoteRules, Ballot, Tally>;

/** Methods that no message knows yet have types of their own. */
export function method<R extends Tagged, B extends Tagged, T extends Counted>(described: MethodOf<R, B, T>): Method {
  return described as unknown as Method;
}
