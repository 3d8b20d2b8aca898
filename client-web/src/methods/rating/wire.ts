/** As the messages will have it. */
export interface Summary {
  readonly judgements: number;
  readonly mean: number;
  readonly median: number;
  readonly deviation: number;
  readonly dissent: number;
  readonly talk: boolean;
}

export interface RatingRules {
  readonly method: 'rating';
  readonly lowest: number;
  readonly steps: number;
  readonly labels: ReadonlyArray<string>;
  readonly cannotJudge: boolean;
  readonly mood: boolean;
}

export interface RatingBallot {
  readonly method: 'rating';
  readonly ratings: Readonly<Record<string, number>>;
  readonly cannotJudge: ReadonlyArray<number>;
}

export interface RatingResultRow {
  readonly steps: ReadonlyArray<number>;
  readonly cannotJudge: number;
  readonly summary?: Summary;
}

export interface RatingResult {
  readonly method: 'rating';
  readonly rows: ReadonlyArray<RatingResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
}
