import type {
  ActivitySpec,
  ActivityView,
  BrainwritingRules,
  CardKind,
  CollectSpec,
  ErrorCode,
  ItemSource,
  PlannedStep,
  SectionView,
  VoteRules,
} from '../wire/wire';
import type { Locale } from '../i18n/index.svelte';
import { methodOf, methods, newRules } from '../methods';
import type { Editable, Method } from '../methods/method';
import { newId } from './bytes';
import type { Layout } from './canvases';
import { showsNothing } from './text';

export type Kind = ActivitySpec['kind'];
export type Release = 'waves' | 'covered' | 'live';
/** From where items come: written at the step (of measures: from nowhere), or taken from an earlier one. */
export type Take = 'listed' | ItemSource['take'];
/** By the result of an earlier vote. */
export type Rule = 'top' | 'above' | 'disputed' | 'quadrant';

export function isRule(take: Take): take is Rule {
  return take === 'top' || take === 'above' || take === 'disputed' || take === 'quadrant';
}

/** One step while it is being edited: the fields of every kind, so that changing the method loses nothing. */
export interface StepDraft {
  id: string;
  kind: Kind;
  phase: 'planned' | 'open' | 'closed';
  title: string;
  prompt: string;
  minutes: number | undefined;
  sections: SectionView[];
  comments: boolean;
  release: Release;
  /** What a card may be; none: a card is a card. */
  cardKinds: CardKind[];
  /** Cards of each person. */
  perPerson: number | undefined;
  /** Open from the start to the end of the workshop. */
  beside: boolean;
  layout: Layout;
  /** Everybody may support cards. */
  upVotes: boolean;
  /** Cards are written on sheets that go round; what does not go with it is kept, and not sent. */
  brainwriting: Editable<BrainwritingRules> | undefined;
  /** The method of a vote. */
  method: string;
  /** The rules by method, so that changing it loses nothing. */
  rules: Record<string, Editable<VoteRules>>;
  /** From where the items of a vote come, or what measures follow from; taken from the step `from`. */
  take: Take;
  from: string;
  /** How many, of `top`. */
  count: number;
  /** What must not be worse, of `above`. */
  line: number;
  items: string[];
}

/** Of rules that may be somebody's state. */
const copyOf = <Rules>(rules: Rules) => JSON.parse(JSON.stringify(rules)) as Editable<Rules>;

/** Those of a new vote of each method, but for what this one says. */
function rulesWith(own?: VoteRules): StepDraft['rules'] {
  const rules: StepDraft['rules'] = Object.fromEntries(methods.map((each) => [each.name, copyOf(each.rules)]));
  if (own) rules[own.method] = { ...rules[own.method], ...copyOf(own) };
  return rules;
}

function takenBy(source: ItemSource | undefined): Pick<StepDraft, 'take' | 'from' | 'count' | 'line'> {
  const { take = 'listed', from = '', count = 0, line = 0 } = source ?? {};
  return { take, from, count, line };
}

/** As the messages have it; undefined where nothing is taken from an earlier step. */
function sourceOf({ take, from, count, line }: StepDraft): ItemSource | undefined {
  if (take === 'listed') return undefined;
  return { from, take, ...(take === 'top' ? { count } : {}), ...(take === 'above' ? { line } : {}) };
}

type Collecting = Pick<StepDraft, 'cardKinds' | 'perPerson' | 'beside' | 'layout' | 'upVotes' | 'brainwriting'>;

function collecting(
  step: Partial<Pick<CollectSpec, 'kinds' | 'perPerson' | 'beside' | 'layout' | 'upVotes' | 'brainwriting'>>,
): Collecting {
  const { kinds = [], perPerson, beside = false, layout = 'columns', upVotes = false } = step;
  const brainwriting = step.brainwriting && { ...step.brainwriting };
  return { cardKinds: kinds.map((each) => ({ ...each })), perPerson, beside, layout, upVotes, brainwriting };
}

/** As the messages have it. A kind without a word is not one yet. */
function collectingOf(draft: StepDraft) {
  const { cardKinds, sections, comments, release, perPerson, beside, layout, upVotes, brainwriting } = draft;
  const found = cardKinds.filter((each) => !showsNothing(each.title));
  const kinds = found.length > 0 ? { kinds: found } : {};
  if (brainwriting) return { ...kinds, release: 'covered' as const, brainwriting: { ...brainwriting } };
  return {
    ...kinds,
    ...{ sections, comments, release },
    ...(perPerson === undefined ? {} : { perPerson }),
    ...(beside ? { beside } : {}),
    ...(layout === 'columns' ? {} : { layout }),
    ...(upVotes ? { upVotes } : {}),
  };
}

export function draftOf(step: PlannedStep | (ActivitySpec & { phase?: StepDraft['phase'] })): StepDraft {
  const draft: StepDraft = {
    id: step.id,
    kind: step.kind,
    phase: step.phase ?? 'planned',
    title: step.title,
    prompt: step.prompt,
    minutes: step.minutes,
    sections: [],
    comments: false,
    release: 'waves',
    ...collecting({}),
    method: methods[0].name,
    rules: rulesWith(),
    take: 'listed',
    from: '',
    count: 0,
    line: 0,
    items: [],
  };
  if (step.kind === 'measures') Object.assign(draft, takenBy(step.items));
  if (step.kind === 'collect') {
    draft.sections = [...(step.sections ?? [])];
    draft.comments = step.comments ?? false;
    draft.release = step.release ?? 'waves';
    Object.assign(draft, collecting(step));
  }
  if (step.kind === 'sign_up') {
    if ('take' in step.items) Object.assign(draft, takenBy(step.items));
    else draft.items = [...step.items];
  }
  if (step.kind === 'vote') {
    const { kind: _kind, id: _id, title: _title, prompt: _prompt, minutes: _minutes, items, ...rest } = step;
    const { phase: _phase, ...rules } = { phase: undefined, ...rest };
    draft.method = rules.method;
    draft.rules = rulesWith(rules);
    if ('take' in items) Object.assign(draft, takenBy(items));
    else draft.items = [...items];
  }
  return draft;
}

/** An empty step. */
export function newStep(kind: Kind, title: string): StepDraft {
  return { ...draftOf({ kind: 'present', id: newStepId(), title, prompt: '' }), kind };
}

/** Another method for a vote. What was chosen for it before is still there. */
export function withMethod(draft: StepDraft, method: Method, language: Locale): StepDraft {
  const { name } = method;
  const untouched = JSON.stringify(draft.rules[name]) === JSON.stringify(method.rules);
  const rules = untouched ? { ...draft.rules, [name]: copyOf(newRules(method, language)) } : draft.rules;
  return { ...draft, method: name, rules };
}

/** A step of a running session, as the feed tells it. */
export function draftOfView(view: ActivityView): StepDraft {
  const planned = view.plannedItems;
  const source = planned !== undefined && 'take' in planned ? planned : undefined;
  const listed = planned !== undefined && !('take' in planned) ? planned : undefined;
  return {
    id: view.id,
    kind: view.kind,
    phase: view.phase,
    title: view.title,
    prompt: view.prompt ?? '',
    minutes: view.minutes,
    sections: [...(view.sections ?? [])],
    comments: view.comments ?? false,
    release: view.release ?? 'waves',
    ...collecting(view),
    method: view.rules?.method ?? methods[0].name,
    rules: rulesWith(view.rules),
    ...takenBy(source),
    items: [...(listed ?? view.items?.map((each) => each.text) ?? [])],
  };
}

export function specOf(draft: StepDraft): ActivitySpec {
  const { id, title, prompt, kind } = draft;
  const common = { id, title, prompt, ...(draft.minutes === undefined ? {} : { minutes: draft.minutes }) };
  if (kind === 'present' || kind === 'feedback') return { kind, ...common };
  if (kind === 'collect') return { kind, ...common, ...collectingOf(draft) };
  const source = sourceOf(draft);
  if (kind === 'measures') return { kind, ...common, ...(source ? { items: source } : {}) };
  const items = source ?? draft.items;
  if (kind === 'sign_up') return { kind, ...common, items };
  return { kind, ...common, items, ...draft.rules[draft.method] } as ActivitySpec;
}

export function newStepId(): string {
  return newId().slice(0, 12);
}

/** One per line, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Sections by their titles; who keeps a title, or a place, keeps the id. */
export function sectionsOf(titles: ReadonlyArray<string>, before: ReadonlyArray<SectionView>): SectionView[] {
  const byTitle = new Map(before.map((each) => [each.title, each.id]));
  const kept = new Set(titles.map((title) => byTitle.get(title)).filter((id) => id !== undefined));
  return titles.map((title, at) => {
    const same = byTitle.get(title);
    byTitle.delete(title);
    const place = before[at]?.id;
    const free = place !== undefined && !kept.has(place) ? place : undefined;
    const id = same ?? free ?? newStepId();
    kept.add(id);
    return { id, title };
  });
}

/** Cards that can be supported: the numbers of their votes are their result. */
export const isSupported = (step: StepDraft) => step.kind === 'collect' && step.upVotes && !step.brainwriting;

/** Whether the method of this vote tells what the rule goes by. */
export function canGive(vote: StepDraft, rule: Rule): boolean {
  if (vote.kind === 'collect') return isSupported(vote) && (rule === 'top' || rule === 'above');
  if (vote.kind !== 'vote') return false;
  const handsOver = methodOf(vote)?.handsOver;
  if (rule === 'disputed') return handsOver?.disputed === true;
  if (rule === 'quadrant') return handsOver?.criteria?.(vote.rules[vote.method] as VoteRules) !== undefined;
  return handsOver !== undefined;
}

/** The steps that take from this vote by a rule that its method cannot give. */
export function bereftOf(vote: StepDraft, steps: ReadonlyArray<StepDraft>): StepDraft[] {
  return steps.filter((each) => each.from === vote.id && isRule(each.take) && !canGive(vote, each.take));
}

/** From which earlier steps the items can come. */
export function sourcesFor(draft: StepDraft, steps: ReadonlyArray<StepDraft>, take: ItemSource['take']): StepDraft[] {
  const earlier = steps.slice(
    0,
    steps.findIndex((each) => each.id === draft.id),
  );
  if (isRule(take)) return earlier.filter((each) => canGive(each, take));
  if (take !== 'items') return earlier.filter((each) => each.kind === 'collect');
  const second = new Set(
    steps.filter((each) => each.take === 'items' && each.id !== draft.id).map((each) => each.from),
  );
  return earlier.filter((each) => each.kind === 'vote' && each.take !== 'items' && !second.has(each.id));
}

/** A second round has the method and rules of the first. */
export function withRulesOf(draft: StepDraft, first: StepDraft): StepDraft {
  const { method } = first;
  const rules = first.rules[method];
  return { ...draft, method, rules: rules ? { ...draft.rules, [method]: copyOf(rules) } : draft.rules };
}

/** A copy of the agenda for another session. */
export function specsOf(steps: ReadonlyArray<PlannedStep>): ActivitySpec[] {
  return steps.map((each) => specOf(draftOf(each)));
}

export type StepField =
  | 'title'
  | 'prompt'
  | 'minutes'
  | 'sections'
  | 'kinds'
  | 'per_person'
  | 'beside'
  | 'up_votes'
  | 'brainwriting'
  | 'items'
  | 'rules';

/** At which field of a step a refusal is to be read. */
export function fieldOf(code: ErrorCode | string, draft: StepDraft): StepField {
  const long = (text: string, most: number) => [...text].length > most;
  const lists = draft.kind === 'vote' || draft.kind === 'sign_up';
  const listed = lists && draft.take === 'listed' ? draft.items : [];
  /** Where the texts of the step stand, but for the two that all steps have. */
  const more = (isWrong: (text: string) => boolean): StepField => {
    if (draft.kind === 'collect') return draft.cardKinds.some((each) => isWrong(each.title)) ? 'kinds' : 'sections';
    if (draft.kind === 'sign_up') return 'items';
    if (draft.kind !== 'vote') return 'title';
    return listed.some(isWrong) ? 'items' : 'rules';
  };
  const { minutes } = draft;
  const badMinutes = minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440);
  switch (code) {
    case 'text_too_long':
      if (long(draft.title, 200)) return 'title';
      if (long(draft.prompt, 20_000)) return 'prompt';
      return more((text) => long(text, 4000));
    case 'text_empty':
      return showsNothing(draft.title) ? 'title' : more(showsNothing);
    case 'duplicate_section':
    case 'too_many_sections':
      return 'sections';
    case 'duplicate_card_kind':
    case 'too_many_card_kinds':
      return 'kinds';
    case 'bad_cards_per_person':
      return 'per_person';
    case 'too_many_beside':
      return 'beside';
    case 'bad_brainwriting':
      return 'brainwriting';
    case 'no_items':
    case 'too_many_items':
    case 'unknown_first_round':
    case 'second_round_differs':
    case 'second_round_exists':
      return 'items';
    case 'unknown_source':
      // Cards take from nowhere: they are what another step takes from.
      return draft.kind === 'collect' ? 'up_votes' : 'items';
    case 'source_not_scored':
      if (draft.kind === 'collect') return 'up_votes';
      // Who takes nothing by a rule is what another step takes from.
      return draft.kind === 'vote' && !isRule(draft.take) ? 'rules' : 'items';
    case 'bad_rules':
    case 'bad_number_of_items':
    case 'malformed':
      if (badMinutes) return 'minutes';
      if (draft.kind === 'collect' && draft.brainwriting) return 'brainwriting';
      if (isBadSource(draft)) return 'items';
      return draft.kind === 'vote' ? 'rules' : 'title';
    default:
      return 'title';
  }
}

function isBadSource({ kind, take, count, line }: StepDraft): boolean {
  const badCount = take === 'top' && !(Number.isInteger(count) && count >= 1 && count <= 2000);
  return kind === 'measures' || kind === 'sign_up' || badCount || (take === 'above' && !Number.isFinite(line));
}
