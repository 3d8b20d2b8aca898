/** As the messages will have it. */
export interface MultipleChoiceRules {
  readonly method: 'multiple_choice';
  readonly least: number;
  /** 0: any number. */
  readonly most: number;
  readonly other: boolean;
}

export interface MultipleChoiceBallot {
  readonly method: 'multiple_choice';
  readonly chosen: ReadonlyArray<number>;
  readonly other: string;
}

export interface MultipleChoiceResult {
  readonly method: 'multiple_choice';
  readonly rows: ReadonlyArray<{ readonly count: number }>;
  readonly otherCount: number;
  readonly others: ReadonlyArray<string>;
  readonly ballots: number;
  readonly abstentions: number;
}
