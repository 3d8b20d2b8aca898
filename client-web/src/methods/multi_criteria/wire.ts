import type { Summary } from '../rating/wire';

/** As the messages will have it. */
export interface Criterion {
  readonly title: string;
  readonly weight: number;
  /** Less is better. */
  readonly inverted: boolean;
}

export interface MultiCriteriaRules {
  readonly method: 'multi_criteria';
  readonly criteria: ReadonlyArray<Criterion>;
  readonly lowest: number;
  readonly steps: number;
  readonly cannotJudge: boolean;
}

export interface MultiCriteriaBallot {
  readonly method: 'multi_criteria';
  readonly ratings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly cannotJudge: Readonly<Record<string, ReadonlyArray<number>>>;
}

export interface MultiCriteriaCell {
  readonly steps: ReadonlyArray<number>;
  readonly cannotJudge: number;
  readonly summary?: Summary;
}

export interface MultiCriteriaResult {
  readonly method: 'multi_criteria';
  readonly rows: ReadonlyArray<{ readonly criteria: ReadonlyArray<MultiCriteriaCell>; readonly total?: number }>;
  readonly ballots: number;
  readonly abstentions: number;
}
