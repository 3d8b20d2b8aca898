/** As the messages will have it. */
export interface ConsensingRules {
  readonly method: 'consensing';
  /** 2, 5 or 10. */
  readonly highest: number;
  /** The last item: everything stays as it is. */
  readonly passive: boolean;
  /** Resistance from which on it is a veto; 0: there is none. */
  readonly veto: number;
  readonly objections: boolean;
}

export interface ConsensingBallot {
  readonly method: 'consensing';
  readonly resistance: Readonly<Record<string, number>>;
  readonly objections: Readonly<Record<string, string>>;
}

export interface ConsensingResultRow {
  readonly resistance: number;
  readonly steps: ReadonlyArray<number>;
  readonly judgements: number;
  readonly mean?: number;
  readonly acceptance?: number;
  readonly dissent?: number;
  readonly vetoes: number;
  readonly objections: ReadonlyArray<string>;
  readonly betterThanPassive: boolean;
}

export interface ConsensingResult {
  readonly method: 'consensing';
  readonly rows: ReadonlyArray<ConsensingResultRow>;
  readonly passiveItem?: number;
  readonly ballots: number;
  readonly abstentions: number;
}
