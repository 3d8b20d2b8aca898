/** As the messages will have it. */
export interface ApprovalRules {
  readonly method: 'approval';
}

export interface ApprovalBallot {
  readonly method: 'approval';
  readonly approved: ReadonlyArray<number>;
}

export interface ApprovalResult {
  readonly method: 'approval';
  readonly rows: ReadonlyArray<{ readonly approvals: number }>;
  readonly ballots: number;
  readonly abstentions: number;
}
