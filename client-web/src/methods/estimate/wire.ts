/** As the messages will have it. */
export interface EstimateRules {
  readonly method: 'estimate';
  readonly decimals: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly unit: string;
}

export interface EstimateBallot {
  readonly method: 'estimate';
  readonly estimates: Readonly<Record<string, number>>;
}

export interface EstimateResultRow {
  readonly estimates: number;
  readonly median?: number;
  readonly mean?: number;
  readonly deviation?: number;
  readonly lowerQuartile?: number;
  readonly upperQuartile?: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly histogram: ReadonlyArray<{ readonly from: number; readonly to: number; readonly count: number }>;
}

export interface EstimateResult {
  readonly method: 'estimate';
  readonly rows: ReadonlyArray<EstimateResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
}
