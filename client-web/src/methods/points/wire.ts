/** As the messages will have it. */
export interface PointsRules {
  readonly method: 'points';
  readonly budget: number;
  /** 0: no limit but the budget. */
  readonly perItem: number;
  readonly quadratic: boolean;
  readonly spendAll: boolean;
}

export interface PointsBallot {
  readonly method: 'points';
  readonly points: Readonly<Record<string, number>>;
}

export interface PointsResult {
  readonly method: 'points';
  readonly rows: ReadonlyArray<{ readonly points: number; readonly ballots: number }>;
  readonly ballots: number;
  readonly abstentions: number;
}
