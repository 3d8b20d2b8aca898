/** As the messages will have it. */
export interface RankingRules {
  readonly method: 'ranking';
  readonly unranked: 'nothing' | 'share_rest' | 'counted_down';
  readonly order: 'borda' | 'instant_runoff';
  /** 0: all. */
  readonly most: number;
}

export interface RankingBallot {
  readonly method: 'ranking';
  readonly ranking: ReadonlyArray<number>;
}

export interface RunoffRound {
  readonly counts: ReadonlyArray<{ readonly item: number; readonly ballots: number }>;
  readonly exhausted: number;
  readonly eliminated: ReadonlyArray<number>;
  readonly tied: boolean;
}

export interface RankingResult {
  readonly method: 'ranking';
  readonly rows: ReadonlyArray<{ readonly points: number; readonly first: number; readonly ranked: number }>;
  readonly pairwise: ReadonlyArray<ReadonlyArray<number>>;
  readonly condorcetWinner?: number;
  readonly smithSet: ReadonlyArray<number>;
  readonly runoff: ReadonlyArray<RunoffRound>;
  readonly runoffWinner?: number;
  readonly ballots: number;
  readonly abstentions: number;
}
