// Written by wiregen from the messages in server/wire; not to be edited.
// Ids are 32 hex digits; secrets, stamps and hashes 43 characters of base64url.

export type SingleChoiceRules = {
  readonly method: "single_choice";
};

export type DotsRules = {
  readonly method: "dots";
  readonly budget: number;
  readonly perItem: number;
};

export type AgreeDisagreeRules = {
  readonly method: "agree_disagree";
};

export type RatingRules = {
  readonly method: "rating";
  readonly lowest: number;
  readonly steps: number;
  readonly labels: ReadonlyArray<string>;
  readonly cannotJudge: boolean;
  readonly mood: boolean;
};

export type MultipleChoiceRules = {
  readonly method: "multiple_choice";
  readonly least: number;
  readonly most: number;
  readonly other: boolean;
};

export type ApprovalRules = {
  readonly method: "approval";
};

export type PointsRules = {
  readonly method: "points";
  readonly budget: number;
  readonly perItem: number;
  readonly quadratic: boolean;
  readonly spendAll: boolean;
};

export type RankingRules = {
  readonly method: "ranking";
  readonly unranked: "nothing" | "share_rest" | "counted_down";
  readonly order: "borda" | "instant_runoff";
  readonly most: number;
};

export type MultiCriteriaRulesCriterion = {
  readonly title: string;
  readonly weight: number;
  readonly inverted: boolean;
};

export type MultiCriteriaRules = {
  readonly method: "multi_criteria";
  readonly criteria: ReadonlyArray<MultiCriteriaRulesCriterion>;
  readonly lowest: number;
  readonly steps: number;
  readonly cannotJudge: boolean;
};

export type ConsensingRules = {
  readonly method: "consensing";
  readonly highest: number;
  readonly passive: string;
  readonly veto: number;
  readonly objections: boolean;
};

export type EstimateRules = {
  readonly method: "estimate";
  readonly decimals: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly unit: string;
};

export type OpenTextRules = {
  readonly method: "open_text";
  readonly longest: number;
};

export type VoteRules = SingleChoiceRules | DotsRules | AgreeDisagreeRules | RatingRules | MultipleChoiceRules | ApprovalRules | PointsRules | RankingRules | MultiCriteriaRules | ConsensingRules | EstimateRules | OpenTextRules;

export type SingleChoiceBallot = {
  readonly method: "single_choice";
  readonly choice?: number;
};

export type DotsBallot = {
  readonly method: "dots";
  readonly dots: Readonly<Record<string, number>>;
};

export type AgreeDisagreeBallot = {
  readonly method: "agree_disagree";
  readonly stances: Readonly<Record<string, "disagree" | "pass" | "agree">>;
};

export type RatingBallot = {
  readonly method: "rating";
  readonly ratings: Readonly<Record<string, number>>;
  readonly cannotJudge: ReadonlyArray<number>;
};

export type MultipleChoiceBallot = {
  readonly method: "multiple_choice";
  readonly chosen: ReadonlyArray<number>;
  readonly other: string;
};

export type ApprovalBallot = {
  readonly method: "approval";
  readonly approved: ReadonlyArray<number>;
};

export type PointsBallot = {
  readonly method: "points";
  readonly points: Readonly<Record<string, number>>;
};

export type RankingBallot = {
  readonly method: "ranking";
  readonly ranking: ReadonlyArray<number>;
};

export type MultiCriteriaBallot = {
  readonly method: "multi_criteria";
  readonly ratings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly cannotJudge: Readonly<Record<string, ReadonlyArray<number>>>;
};

export type ConsensingBallot = {
  readonly method: "consensing";
  readonly resistance: Readonly<Record<string, number>>;
  readonly objections: Readonly<Record<string, string>>;
};

export type EstimateBallot = {
  readonly method: "estimate";
  readonly estimates: Readonly<Record<string, number>>;
};

export type OpenTextBallot = {
  readonly method: "open_text";
  readonly answers: Readonly<Record<string, string>>;
};

export type Ballot = SingleChoiceBallot | DotsBallot | AgreeDisagreeBallot | RatingBallot | MultipleChoiceBallot | ApprovalBallot | PointsBallot | RankingBallot | MultiCriteriaBallot | ConsensingBallot | EstimateBallot | OpenTextBallot;

export type SingleChoiceResult = {
  readonly method: "single_choice";
  readonly counts: ReadonlyArray<number>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type DotsResultRow = {
  readonly dots: number;
  readonly ballots: number;
};

export type DotsResult = {
  readonly method: "dots";
  readonly rows: ReadonlyArray<DotsResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type AgreeDisagreeResultRow = {
  readonly agree: number;
  readonly pass: number;
  readonly disagree: number;
};

export type AgreeDisagreeResult = {
  readonly method: "agree_disagree";
  readonly rows: ReadonlyArray<AgreeDisagreeResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type Summary = {
  readonly judgements: number;
  readonly mean: number;
  readonly median: number;
  readonly deviation: number;
  readonly dissent: number;
  readonly talk: boolean;
};

export type RatingResultRow = {
  readonly steps: ReadonlyArray<number>;
  readonly cannotJudge: number;
  readonly summary?: Summary;
};

export type RatingResult = {
  readonly method: "rating";
  readonly rows: ReadonlyArray<RatingResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type MultipleChoiceResultRow = {
  readonly count: number;
};

export type MultipleChoiceResult = {
  readonly method: "multiple_choice";
  readonly rows: ReadonlyArray<MultipleChoiceResultRow>;
  readonly otherCount: number;
  readonly others: ReadonlyArray<string>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type ApprovalResultRow = {
  readonly approvals: number;
};

export type ApprovalResult = {
  readonly method: "approval";
  readonly rows: ReadonlyArray<ApprovalResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type PointsResultRow = {
  readonly points: number;
  readonly ballots: number;
};

export type PointsResult = {
  readonly method: "points";
  readonly rows: ReadonlyArray<PointsResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type RankingResultRow = {
  readonly points: number;
  readonly first: number;
  readonly ranked: number;
};

export type RankingResultRunoffCount = {
  readonly item: number;
  readonly ballots: number;
};

export type RankingResultRunoffRound = {
  readonly counts: ReadonlyArray<RankingResultRunoffCount>;
  readonly exhausted: number;
  readonly eliminated: ReadonlyArray<number>;
  readonly tied: boolean;
};

export type RankingResult = {
  readonly method: "ranking";
  readonly rows: ReadonlyArray<RankingResultRow>;
  readonly pairwise: ReadonlyArray<ReadonlyArray<number>>;
  readonly condorcetWinner?: number;
  readonly smithSet: ReadonlyArray<number>;
  readonly runoff: ReadonlyArray<RankingResultRunoffRound>;
  readonly runoffWinner?: number;
  readonly ballots: number;
  readonly abstentions: number;
};

export type MultiCriteriaResultCell = {
  readonly steps: ReadonlyArray<number>;
  readonly cannotJudge: number;
  readonly summary?: Summary;
};

export type MultiCriteriaResultRow = {
  readonly criteria: ReadonlyArray<MultiCriteriaResultCell>;
  readonly total?: number;
};

export type MultiCriteriaResult = {
  readonly method: "multi_criteria";
  readonly rows: ReadonlyArray<MultiCriteriaResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type ConsensingResultRow = {
  readonly resistance: number;
  readonly steps: ReadonlyArray<number>;
  readonly judgements: number;
  readonly mean?: number;
  readonly acceptance?: number;
  readonly dissent?: number;
  readonly talk: boolean;
  readonly vetoes: number;
  readonly objections: ReadonlyArray<string>;
  readonly betterThanPassive: boolean;
};

export type ConsensingResult = {
  readonly method: "consensing";
  readonly rows: ReadonlyArray<ConsensingResultRow>;
  readonly passiveItem?: number;
  readonly ballots: number;
  readonly abstentions: number;
};

export type EstimateResultBin = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
};

export type EstimateResultRow = {
  readonly estimates: number;
  readonly median?: number;
  readonly mean?: number;
  readonly deviation?: number;
  readonly lowerQuartile?: number;
  readonly upperQuartile?: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly histogram: ReadonlyArray<EstimateResultBin>;
};

export type EstimateResult = {
  readonly method: "estimate";
  readonly rows: ReadonlyArray<EstimateResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type OpenTextResultRow = {
  readonly answers: ReadonlyArray<string>;
};

export type OpenTextResult = {
  readonly method: "open_text";
  readonly rows: ReadonlyArray<OpenTextResultRow>;
  readonly ballots: number;
  readonly abstentions: number;
};

export type Tally = SingleChoiceResult | DotsResult | AgreeDisagreeResult | RatingResult | MultipleChoiceResult | ApprovalResult | PointsResult | RankingResult | MultiCriteriaResult | ConsensingResult | EstimateResult | OpenTextResult;

export type ItemSource = {
  readonly from: string;
  readonly take: "entries" | "clusters" | "items" | "tags" | "top" | "above" | "disputed" | "quadrant";
  readonly count?: number;
  readonly line?: number;
};

export type PlannedItems = ReadonlyArray<string> | ItemSource;

export type PresentSpec = {
  readonly kind: "present";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
};

export type SectionView = {
  readonly id: string;
  readonly title: string;
  readonly canvas?: string;
};

export type CardKind = {
  readonly id: string;
  readonly title: string;
  readonly tone: "yellow" | "green" | "red" | "blue" | "violet" | "grey";
};

export type BrainwritingRules = {
  readonly perTurn?: number;
  readonly turnMinutes?: number;
  readonly turns?: number;
};

export type CollectSpec = {
  readonly kind: "collect";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly sections?: ReadonlyArray<SectionView>;
  readonly comments?: boolean;
  readonly release?: "waves" | "covered" | "live";
  readonly kinds?: ReadonlyArray<CardKind>;
  readonly perPerson?: number;
  readonly beside?: boolean;
  readonly layout?: "columns" | "persona" | "empathy_map" | "value_proposition" | "swot" | "chances_hurdles_risks" | "stakeholder_map" | "keep_stop_try" | "assumption_board" | "pre_mortem";
  readonly upVotes?: boolean;
  readonly brainwriting?: BrainwritingRules;
};

export type SingleChoiceSpec = {
  readonly kind: "vote";
  readonly method: "single_choice";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
};

export type DotsSpec = {
  readonly kind: "vote";
  readonly method: "dots";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly budget: number;
  readonly perItem: number;
};

export type AgreeDisagreeSpec = {
  readonly kind: "vote";
  readonly method: "agree_disagree";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
};

export type RatingSpec = {
  readonly kind: "vote";
  readonly method: "rating";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly lowest: number;
  readonly steps: number;
  readonly labels: ReadonlyArray<string>;
  readonly cannotJudge: boolean;
  readonly mood: boolean;
};

export type MultipleChoiceSpec = {
  readonly kind: "vote";
  readonly method: "multiple_choice";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly least: number;
  readonly most: number;
  readonly other: boolean;
};

export type ApprovalSpec = {
  readonly kind: "vote";
  readonly method: "approval";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
};

export type PointsSpec = {
  readonly kind: "vote";
  readonly method: "points";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly budget: number;
  readonly perItem: number;
  readonly quadratic: boolean;
  readonly spendAll: boolean;
};

export type RankingSpec = {
  readonly kind: "vote";
  readonly method: "ranking";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly unranked: "nothing" | "share_rest" | "counted_down";
  readonly order: "borda" | "instant_runoff";
  readonly most: number;
};

export type MultiCriteriaSpec = {
  readonly kind: "vote";
  readonly method: "multi_criteria";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly criteria: ReadonlyArray<MultiCriteriaRulesCriterion>;
  readonly lowest: number;
  readonly steps: number;
  readonly cannotJudge: boolean;
};

export type ConsensingSpec = {
  readonly kind: "vote";
  readonly method: "consensing";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly highest: number;
  readonly passive: string;
  readonly veto: number;
  readonly objections: boolean;
};

export type EstimateSpec = {
  readonly kind: "vote";
  readonly method: "estimate";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly decimals: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly unit: string;
};

export type OpenTextSpec = {
  readonly kind: "vote";
  readonly method: "open_text";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly longest: number;
};

export type FeedbackSpec = {
  readonly kind: "feedback";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
};

export type MeasuresSpec = {
  readonly kind: "measures";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items?: ItemSource;
};

export type SignUpSpec = {
  readonly kind: "sign_up";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
};

export type ActivitySpec = PresentSpec | CollectSpec | SingleChoiceSpec | DotsSpec | AgreeDisagreeSpec | RatingSpec | MultipleChoiceSpec | ApprovalSpec | PointsSpec | RankingSpec | MultiCriteriaSpec | ConsensingSpec | EstimateSpec | OpenTextSpec | FeedbackSpec | MeasuresSpec | SignUpSpec;

export type NewEntry = {
  readonly id: string;
  readonly text: string;
  readonly section?: string;
  readonly on?: string;
  readonly editHash: string;
  readonly kind?: string;
};

export type EntryEnvelope = {
  readonly type: "entry";
  readonly session: string;
  readonly activity: string;
  readonly stamp: string;
  readonly entry: NewEntry;
};

export type EditEnvelope = {
  readonly type: "edit";
  readonly session: string;
  readonly activity: string;
  readonly entry: string;
  readonly editSecret: string;
  readonly counter: number;
  readonly text: string;
};

export type WithdrawEnvelope = {
  readonly type: "withdraw";
  readonly session: string;
  readonly activity: string;
  readonly entry: string;
  readonly editSecret: string;
  readonly counter: number;
};

export type BallotEnvelope = {
  readonly type: "ballot";
  readonly session: string;
  readonly activity: string;
  readonly stamp: string;
  readonly counter: number;
  readonly ballot: Ballot;
};

export type AddressEnvelope = {
  readonly type: "address";
  readonly session: string;
  readonly stamp: string;
  readonly mail: string;
};

export type SignUpEnvelope = {
  readonly type: "signUp";
  readonly session: string;
  readonly activity: string;
  readonly stamp: string;
  readonly counter: number;
  readonly name: string;
  readonly contact?: string;
  readonly items: ReadonlyArray<number>;
};

export type UpVotesEnvelope = {
  readonly type: "upVotes";
  readonly session: string;
  readonly activity: string;
  readonly stamp: string;
  readonly counter: number;
  readonly entries: ReadonlyArray<string>;
};

export type SheetEnvelope = {
  readonly type: "sheet";
  readonly session: string;
  readonly activity: string;
  readonly stamp: string;
  readonly turn: number;
  readonly had: ReadonlyArray<number>;
};

export type Envelope = EntryEnvelope | EditEnvelope | WithdrawEnvelope | BallotEnvelope | AddressEnvelope | SignUpEnvelope | UpVotesEnvelope | SheetEnvelope;

export type Received = {
  readonly received: boolean;
};

export type Sentences = {
  readonly de: string;
  readonly en: string;
};

export type ErrorAnswer = {
  readonly code: string;
  readonly message: Sentences;
  readonly advice: Sentences;
};

export type Health = {
  readonly status: string;
};

export type SigningKey = {
  readonly algorithm: string;
  readonly publicKey: string;
  readonly fingerprint: string;
};

export type OpenDoor = {
  readonly session: string;
  readonly title: string;
  readonly language: "de" | "en";
  readonly phase: "draft" | "running" | "closed";
  readonly notice: string;
  readonly noticeHtml: string;
  readonly openSmallGroup: boolean;
  readonly doorOpen: boolean;
};

export type Join = {
  readonly seat: string;
};

export type SecondRoundStamp = {
  readonly slot: number;
  readonly stamp: string;
};

export type StampBatch = {
  readonly activity: string;
  readonly batch: number;
  readonly stamps: ReadonlyArray<string>;
};

export type CardStamps = {
  readonly activity: string;
  readonly stamps: ReadonlyArray<string>;
};

export type SignUpStamp = {
  readonly activity: string;
  readonly stamp: string;
};

export type UpVoteStamp = {
  readonly activity: string;
  readonly stamp: string;
};

export type SheetStamp = {
  readonly activity: string;
  readonly turn: number;
  readonly stamp: string;
};

export type DrawnStamps = {
  readonly rounds: ReadonlyArray<string>;
  readonly secondRounds: ReadonlyArray<SecondRoundStamp>;
  readonly entries: ReadonlyArray<StampBatch>;
  readonly cards: ReadonlyArray<CardStamps>;
  readonly signUps: ReadonlyArray<SignUpStamp>;
  readonly upVotes: ReadonlyArray<UpVoteStamp>;
  readonly sheets: ReadonlyArray<SheetStamp>;
  readonly address: string;
};

export type Joined = {
  readonly session: string;
  readonly stamps: DrawnStamps;
};

export type StampsRequest = {
  readonly session: string;
  readonly seat: string;
  readonly since?: Readonly<Record<string, number>>;
};

export type Hello = {
  readonly type: "hello";
  readonly session: string;
  readonly audience: "participant" | "desk" | "presenter";
  readonly seat?: string;
  readonly ticket?: string;
  readonly code?: string;
  readonly epoch?: string;
  readonly revision?: number;
};

export type SessionChanged = {
  readonly change: "sessionChanged";
  readonly title: string;
  readonly language: "de" | "en";
  readonly phase: "draft" | "running" | "closed";
  readonly doorOpen: boolean;
  readonly notice: string;
  readonly noticeHtml: string;
  readonly openSmallGroup: boolean;
};

export type ClusterView = {
  readonly id: string;
  readonly name: string;
};

export type EntryView = {
  readonly id: string;
  readonly text?: string;
  readonly section?: string;
  readonly on?: string;
  readonly cluster?: string;
  readonly withdrawn?: boolean;
  readonly kind?: string;
  readonly tags?: ReadonlyArray<string>;
  readonly onBehalf?: boolean;
  readonly upVotes?: number;
  readonly answered?: boolean;
};

export type ItemView = {
  readonly id: number;
  readonly text: string;
};

export type VoteResult = {
  readonly ballots: number;
  readonly withheld: boolean;
  readonly tally?: Tally;
  readonly removedTexts?: number;
};

export type TagView = {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
};

export type MeasureView = {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly due?: string;
  readonly status: "planned" | "under_way" | "done" | "dropped";
  readonly about?: number;
};

export type ActivityView = {
  readonly id: string;
  readonly kind: "present" | "collect" | "vote" | "feedback" | "measures" | "sign_up";
  readonly title: string;
  readonly phase: "planned" | "open" | "closed";
  readonly minutes?: number;
  readonly timerEnds?: number;
  readonly prompt?: string;
  readonly promptHtml?: string;
  readonly sections?: ReadonlyArray<SectionView>;
  readonly comments?: boolean;
  readonly release?: "waves" | "covered" | "live";
  readonly uncovered?: boolean;
  readonly clusters?: ReadonlyArray<ClusterView>;
  readonly entries?: ReadonlyArray<EntryView>;
  readonly waiting?: number;
  readonly stampBatch?: number;
  readonly rules?: VoteRules;
  readonly items?: ReadonlyArray<ItemView>;
  readonly slot?: number;
  readonly secondRoundOf?: string;
  readonly ballots?: number;
  readonly fewPeople?: boolean;
  readonly result?: VoteResult;
  readonly plannedItems?: PlannedItems;
  readonly kinds?: ReadonlyArray<CardKind>;
  readonly perPerson?: number;
  readonly beside?: boolean;
  readonly layout?: "columns" | "persona" | "empathy_map" | "value_proposition" | "swot" | "chances_hurdles_risks" | "stakeholder_map" | "keep_stop_try" | "assumption_board" | "pre_mortem";
  readonly tags?: ReadonlyArray<TagView>;
  readonly measures?: ReadonlyArray<MeasureView>;
  readonly upVotes?: boolean;
  readonly upVoters?: number;
  readonly brainwriting?: BrainwritingRules;
  readonly turn?: number;
};

export type AgendaChanged = {
  readonly change: "agendaChanged";
  readonly agenda: ReadonlyArray<ActivityView>;
};

export type ActivityOpened = {
  readonly change: "activityOpened";
  readonly activity: ActivityView;
};

export type ActivityClosed = {
  readonly change: "activityClosed";
  readonly activity: string;
  readonly result?: VoteResult;
};

export type StageSet = {
  readonly change: "stageSet";
  readonly activity?: string;
};

export type TimerSet = {
  readonly change: "timerSet";
  readonly activity: string;
  readonly timerEnds?: number;
};

export type EntriesShown = {
  readonly change: "entriesShown";
  readonly activity: string;
  readonly entries: ReadonlyArray<EntryView>;
};

export type EntriesGone = {
  readonly change: "entriesGone";
  readonly activity: string;
  readonly entries: ReadonlyArray<string>;
};

export type EntriesArranged = {
  readonly change: "entriesArranged";
  readonly activity: string;
  readonly entries: ReadonlyArray<string>;
  readonly cluster?: string;
};

export type ClustersChanged = {
  readonly change: "clustersChanged";
  readonly activity: string;
  readonly clusters: ReadonlyArray<ClusterView>;
};

export type TagsChanged = {
  readonly change: "tagsChanged";
  readonly activity: string;
  readonly tags: ReadonlyArray<TagView>;
};

export type EntriesTagged = {
  readonly change: "entriesTagged";
  readonly activity: string;
  readonly entries: ReadonlyArray<string>;
  readonly tag: string;
  readonly on: boolean;
};

export type MeasuresChanged = {
  readonly change: "measuresChanged";
  readonly activity: string;
  readonly measures: ReadonlyArray<MeasureView>;
};

export type Uncovered = {
  readonly change: "uncovered";
  readonly activity: string;
};

export type Progress = {
  readonly change: "progress";
  readonly activity: string;
  readonly waiting: number;
  readonly ballots: number;
};

export type Presence = {
  readonly change: "presence";
  readonly connected: number;
};

export type StampsDue = {
  readonly change: "stampsDue";
  readonly activity: string;
  readonly batch: number;
};

export type RoundStampsDue = {
  readonly change: "roundStampsDue";
  readonly roundStamps: number;
};

export type ResultChanged = {
  readonly change: "resultChanged";
  readonly activity: string;
  readonly result: VoteResult;
};

export type UpVoteCount = {
  readonly entry: string;
  readonly upVotes: number;
};

export type UpVotesCounted = {
  readonly change: "upVotesCounted";
  readonly activity: string;
  readonly upVoters: number;
  readonly counts: ReadonlyArray<UpVoteCount>;
};

export type EntryAnswered = {
  readonly change: "entryAnswered";
  readonly activity: string;
  readonly entry: string;
  readonly answered: boolean;
};

export type TurnStarted = {
  readonly change: "turnStarted";
  readonly activity: string;
  readonly turn: number;
};

export type FeedChange = SessionChanged | AgendaChanged | ActivityOpened | ActivityClosed | StageSet | TimerSet | EntriesShown | EntriesGone | EntriesArranged | ClustersChanged | TagsChanged | EntriesTagged | MeasuresChanged | Uncovered | Progress | Presence | StampsDue | RoundStampsDue | ResultChanged | UpVotesCounted | EntryAnswered | TurnStarted;

export type SessionView = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly language: "de" | "en";
  readonly phase: "draft" | "running" | "closed";
  readonly notice: string;
  readonly noticeHtml: string;
  readonly openSmallGroup: boolean;
  readonly doorOpen: boolean;
  readonly stage?: string;
  readonly connected: number;
  readonly roundStamps: number;
  readonly agenda: ReadonlyArray<ActivityView>;
};

export type Snapshot = {
  readonly type: "snapshot";
  readonly epoch: string;
  readonly revision: number;
  readonly serverTime: number;
  readonly session: SessionView;
};

export type Update = {
  readonly type: "update";
  readonly epoch: string;
  readonly revision: number;
  readonly changes: ReadonlyArray<FeedChange>;
};

export type FeedMessage = Snapshot | Update;

export type Login = {
  readonly name: string;
  readonly password: string;
};

export type NewPassword = {
  readonly link: string;
  readonly password: string;
  readonly name?: string;
};

export type Me = {
  readonly name: string;
  readonly administrator: boolean;
};

export type NewAccount = {
  readonly name: string;
  readonly administrator?: boolean;
};

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly administrator: boolean;
};

export type Accounts = {
  readonly accounts: ReadonlyArray<Account>;
};

export type AccountLink = {
  readonly id: string;
  readonly link: string;
};

export type ResetLink = {
  readonly link: string;
};

export type TestMail = {
  readonly mail: string;
  readonly language: "de" | "en";
};

export type TriedMail = {
  readonly way: "server" | "folder";
  readonly trouble?: "folder" | "connection" | "tls" | "certificate" | "greeting" | "login" | "sender" | "recipient" | "size" | "busy" | "silence";
  readonly code?: number;
};

export type MailState = {
  readonly way: "server" | "folder";
  readonly held: boolean;
  readonly trouble?: "folder" | "connection" | "tls" | "certificate" | "greeting" | "login" | "sender" | "recipient" | "size" | "busy" | "silence";
};

export type NewSession = {
  readonly title: string;
  readonly language: "de" | "en";
  readonly agenda: ReadonlyArray<ActivitySpec>;
  readonly notice?: string;
  readonly openSmallGroup?: boolean;
};

export type CreatedSession = {
  readonly id: string;
  readonly code: string;
};

export type SessionRow = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly phase: "draft" | "running" | "closed";
  readonly day?: string;
};

export type SessionList = {
  readonly sessions: ReadonlyArray<SessionRow>;
};

export type PresentSpecWithPhase = {
  readonly kind: "present";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly phase: "planned" | "open" | "closed";
};

export type CollectSpecWithPhase = {
  readonly kind: "collect";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly sections?: ReadonlyArray<SectionView>;
  readonly comments?: boolean;
  readonly release?: "waves" | "covered" | "live";
  readonly kinds?: ReadonlyArray<CardKind>;
  readonly perPerson?: number;
  readonly beside?: boolean;
  readonly layout?: "columns" | "persona" | "empathy_map" | "value_proposition" | "swot" | "chances_hurdles_risks" | "stakeholder_map" | "keep_stop_try" | "assumption_board" | "pre_mortem";
  readonly upVotes?: boolean;
  readonly brainwriting?: BrainwritingRules;
  readonly phase: "planned" | "open" | "closed";
};

export type SingleChoiceSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "single_choice";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
};

export type DotsSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "dots";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly budget: number;
  readonly perItem: number;
};

export type AgreeDisagreeSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "agree_disagree";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
};

export type RatingSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "rating";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly lowest: number;
  readonly steps: number;
  readonly labels: ReadonlyArray<string>;
  readonly cannotJudge: boolean;
  readonly mood: boolean;
};

export type MultipleChoiceSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "multiple_choice";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly least: number;
  readonly most: number;
  readonly other: boolean;
};

export type ApprovalSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "approval";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
};

export type PointsSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "points";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly budget: number;
  readonly perItem: number;
  readonly quadratic: boolean;
  readonly spendAll: boolean;
};

export type RankingSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "ranking";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly unranked: "nothing" | "share_rest" | "counted_down";
  readonly order: "borda" | "instant_runoff";
  readonly most: number;
};

export type MultiCriteriaSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "multi_criteria";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly criteria: ReadonlyArray<MultiCriteriaRulesCriterion>;
  readonly lowest: number;
  readonly steps: number;
  readonly cannotJudge: boolean;
};

export type ConsensingSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "consensing";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly highest: number;
  readonly passive: string;
  readonly veto: number;
  readonly objections: boolean;
};

export type EstimateSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "estimate";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly decimals: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly unit: string;
};

export type OpenTextSpecWithPhase = {
  readonly kind: "vote";
  readonly method: "open_text";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
  readonly longest: number;
};

export type FeedbackSpecWithPhase = {
  readonly kind: "feedback";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly phase: "planned" | "open" | "closed";
};

export type MeasuresSpecWithPhase = {
  readonly kind: "measures";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items?: ItemSource;
  readonly phase: "planned" | "open" | "closed";
};

export type SignUpSpecWithPhase = {
  readonly kind: "sign_up";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes?: number;
  readonly items: PlannedItems;
  readonly phase: "planned" | "open" | "closed";
};

export type PlannedStep = PresentSpecWithPhase | CollectSpecWithPhase | SingleChoiceSpecWithPhase | DotsSpecWithPhase | AgreeDisagreeSpecWithPhase | RatingSpecWithPhase | MultipleChoiceSpecWithPhase | ApprovalSpecWithPhase | PointsSpecWithPhase | RankingSpecWithPhase | MultiCriteriaSpecWithPhase | ConsensingSpecWithPhase | EstimateSpecWithPhase | OpenTextSpecWithPhase | FeedbackSpecWithPhase | MeasuresSpecWithPhase | SignUpSpecWithPhase;

export type MailCounts = {
  readonly waiting: number;
  readonly queued: number;
  readonly sent: number;
  readonly failed: number;
  readonly held: number;
  readonly trouble?: "folder" | "connection" | "tls" | "certificate" | "greeting" | "login" | "sender" | "recipient" | "size" | "busy" | "silence";
  readonly keptUntil?: string;
};

export type DeskSession = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly language: "de" | "en";
  readonly notice: string;
  readonly openSmallGroup: boolean;
  readonly phase: "draft" | "running" | "closed";
  readonly doorOpen: boolean;
  readonly seats: number;
  readonly agenda: ReadonlyArray<PlannedStep>;
  readonly minutesLink?: string;
  readonly minutesLinkUntil?: string;
  readonly mail: MailCounts;
};

export type SessionSettings = {
  readonly title: string;
  readonly language: "de" | "en";
  readonly notice: string;
  readonly openSmallGroup: boolean;
};

export type MinutesChoices = {
  readonly about: string;
  readonly outcome: string;
  readonly next: string;
  readonly leftOut: ReadonlyArray<string>;
  readonly attached: ReadonlyArray<"pdf" | "short_pdf" | "odt" | "html" | "markdown" | "xlsx" | "csv" | "json" | "zip">;
  readonly linkDays?: number;
};

export type AddedActivity = {
  readonly activity: ActivitySpec;
  readonly position?: number;
};

export type AgendaOrder = {
  readonly order: ReadonlyArray<string>;
};

export type Door = {
  readonly open: boolean;
};

export type Stage = {
  readonly activity?: string;
};

export type Timer = {
  readonly seconds?: number;
};

export type MinutesLink = {
  readonly minutesLink?: string;
};

export type Ticket = {
  readonly ticket: string;
};

export type ClusterName = {
  readonly name: string;
};

export type CreatedCluster = {
  readonly id: string;
};

export type Merge = {
  readonly into: string;
};

export type Arrangement = {
  readonly entries: ReadonlyArray<string>;
  readonly cluster: string | null;
};

export type MeasureText = {
  readonly what: string;
  readonly who?: string;
  readonly due?: string;
  readonly status?: "planned" | "under_way" | "done" | "dropped";
  readonly about?: number;
};

export type HandedItems = {
  readonly items: ReadonlyArray<string>;
};

export type RemovedEntries = {
  readonly entries: ReadonlyArray<EntryView>;
};

export type NewTag = {
  readonly id?: string;
  readonly name: string;
  readonly meaning?: string;
};

export type TagText = {
  readonly name: string;
  readonly meaning?: string;
};

export type CreatedTag = {
  readonly id: string;
};

export type TagMerge = {
  readonly into: string;
};

export type Tagging = {
  readonly entries: ReadonlyArray<string>;
  readonly on: boolean;
};

export type TextToRemove = {
  readonly item?: number;
  readonly text: string;
};

export type AnsweredMark = {
  readonly answered: boolean;
};

export type TurnToStart = {
  readonly turn: number;
};

export type SheetGiven = {
  readonly sheet: string;
};

export type SuggestedDuplicates = {
  readonly entries: ReadonlyArray<string>;
  readonly alike: number;
  readonly sameWords: boolean;
};

export type SuggestedTheme = {
  readonly words: ReadonlyArray<string>;
  readonly entries: ReadonlyArray<string>;
  readonly alike: number;
};

export type Suggestions = {
  readonly duplicates: ReadonlyArray<SuggestedDuplicates>;
  readonly themes: ReadonlyArray<SuggestedTheme>;
};

export type SignedUpPerson = {
  readonly name: string;
  readonly contact?: string;
};

export type SignedUpTheme = {
  readonly text: string;
  readonly people: ReadonlyArray<SignedUpPerson>;
};

export type SignedUpActivity = {
  readonly activity: string;
  readonly title: string;
  readonly themes: ReadonlyArray<SignedUpTheme>;
};

export type SignUps = {
  readonly activities: ReadonlyArray<SignedUpActivity>;
};

export type SignUpRemoval = {
  readonly activity: string;
  readonly name: string;
  readonly contact?: string;
};

export type ErrorCode =
  | "session_not_running"
  | "session_running"
  | "session_closed"
  | "session_not_closed"
  | "door_closed"
  | "unknown_activity"
  | "activity_not_open"
  | "activity_was_opened"
  | "activity_closed_for_good"
  | "wrong_kind"
  | "duplicate_activity"
  | "id_reserved"
  | "id_mismatch"
  | "agenda_mismatch"
  | "too_many_activities"
  | "too_many_sections"
  | "too_many_items"
  | "too_many_clusters"
  | "no_items"
  | "unknown_source"
  | "unknown_first_round"
  | "second_round_differs"
  | "second_round_exists"
  | "source_needed"
  | "bad_rules"
  | "bad_number_of_items"
  | "text_empty"
  | "text_too_long"
  | "text_has_control_characters"
  | "unknown_section"
  | "duplicate_section"
  | "comments_off"
  | "unknown_entry"
  | "not_the_writer"
  | "entry_gone"
  | "stamp_spent"
  | "unknown_cluster"
  | "duplicate_cluster"
  | "too_soon"
  | "nothing_waiting"
  | "ballot_of_other_method"
  | "unknown_item"
  | "too_many_dots"
  | "too_many_on_one_item"
  | "negative_dots"
  | "bad_link_days"
  | "notice_frozen"
  | "too_few_choices"
  | "too_many_choices"
  | "item_named_twice"
  | "dots_left"
  | "value_out_of_range"
  | "too_many_decimals"
  | "cannot_judge_off"
  | "text_not_asked"
  | "unknown_card_kind"
  | "duplicate_card_kind"
  | "too_many_card_kinds"
  | "bad_cards_per_person"
  | "too_many_beside"
  | "unknown_tag"
  | "duplicate_tag"
  | "too_many_tags"
  | "unknown_measure"
  | "too_many_measures"
  | "bad_date"
  | "source_not_closed"
  | "source_withheld"
  | "source_not_scored"
  | "nothing_handed_over"
  | "unknown_text"
  | "too_many_up_votes"
  | "too_few_up_votes"
  | "bad_brainwriting"
  | "not_this_turn"
  | "no_more_turns"
  | "malformed"
  | "too_large"
  | "wrong_content_type"
  | "not_found"
  | "wrong_method"
  | "foreign_origin"
  | "letterbox_wants_no_identity"
  | "too_many_tries"
  | "kept_will_be_sent_again"
  | "unavailable"
  | "unknown_code"
  | "unknown_session"
  | "unknown_seat"
  | "unknown_minutes"
  | "minutes_link_ended"
  | "stamp_invalid"
  | "address_too_late"
  | "minutes_already_sent"
  | "mail_invalid"
  | "not_logged_in"
  | "not_yours"
  | "wrong_name_or_password"
  | "link_unknown_or_expired"
  | "name_invalid"
  | "name_taken"
  | "name_missing"
  | "password_too_short"
  | "password_too_long"
  | "password_is_name"
  | "unknown_account"
  | "account_disabled"
  | "last_administrator"
  | "too_many_cards";
