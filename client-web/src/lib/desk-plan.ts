import type {
  ActivitySpec,
  ActivityView,
  ErrorCode,
  ItemSource,
  PlannedStep,
  SectionView,
  VoteRules,
} from '../wire/wire';
import type { Locale } from '../i18n/index.svelte';
import { methods, newRules } from '../methods';
import type { Editable, Method } from '../methods/method';
import { newId } from './bytes';
import { showsNothing } from './text';

export type Kind = ActivitySpec['kind'];
export type Release = 'waves' | 'covered' | 'live';

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
  /** The method of a vote. */
  method: string;
  /** The rules by method, so that changing it loses nothing. */
  rules: Record<string, Editable<VoteRules>>;
  /** From where the items of a vote come: written here, or taken from the step `from`. */
  take: 'listed' | ItemSource['take'];
  from: string;
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
    method: methods[0].name,
    rules: rulesWith(),
    take: 'listed',
    from: '',
    items: [],
  };
  if (step.kind === 'collect') {
    draft.sections = [...(step.sections ?? [])];
    draft.comments = step.comments ?? false;
    draft.release = step.release ?? 'waves';
  }
  if (step.kind === 'vote') {
    const { kind: _kind, id: _id, title: _title, prompt: _prompt, minutes: _minutes, items, ...rest } = step;
    const { phase: _phase, ...rules } = { phase: undefined, ...rest };
    draft.method = rules.method;
    draft.rules = rulesWith(rules);
    if ('take' in items) {
      draft.take = items.take;
      draft.from = items.from;
    } else draft.items = [...items];
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
    method: view.rules?.method ?? methods[0].name,
    rules: rulesWith(view.rules),
    take: source?.take ?? 'listed',
    from: source?.from ?? '',
    items: [...(listed ?? view.items?.map((each) => each.text) ?? [])],
  };
}

export function specOf(draft: StepDraft): ActivitySpec {
  const { id, title, prompt, kind } = draft;
  const common = { id, title, prompt, ...(draft.minutes === undefined ? {} : { minutes: draft.minutes }) };
  if (kind === 'present' || kind === 'feedback') return { kind, ...common };
  if (kind === 'collect') {
    const { sections, comments, release } = draft;
    return { kind, ...common, sections, comments, release };
  }
  const items = draft.take === 'listed' ? draft.items : { from: draft.from, take: draft.take };
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

/** From which earlier steps a vote can take its items. */
export function sourcesFor(draft: StepDraft, steps: ReadonlyArray<StepDraft>, take: ItemSource['take']): StepDraft[] {
  const earlier = steps.slice(
    0,
    steps.findIndex((each) => each.id === draft.id),
  );
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

export type StepField = 'title' | 'prompt' | 'minutes' | 'sections' | 'items' | 'rules';

/** At which field of a step a refusal is to be read. */
export function fieldOf(code: ErrorCode | string, draft: StepDraft): StepField {
  const long = (text: string, most: number) => [...text].length > most;
  const listed = draft.kind === 'vote' && draft.take === 'listed' ? draft.items : [];
  /** Where the texts of the step stand, but for the two that all steps have. */
  const more = (isWrong: (text: string) => boolean): StepField => {
    if (draft.kind === 'collect') return 'sections';
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
    case 'no_items':
    case 'too_many_items':
    case 'unknown_source':
    case 'unknown_first_round':
    case 'second_round_differs':
    case 'second_round_exists':
      return 'items';
    case 'bad_rules':
    case 'bad_number_of_items':
    case 'malformed':
      if (badMinutes) return 'minutes';
      return draft.kind === 'vote' ? 'rules' : 'title';
    default:
      return 'title';
  }
}

export function minutesOf(steps: ReadonlyArray<{ readonly minutes?: number | undefined }>): number {
  return steps.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
}
