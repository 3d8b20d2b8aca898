import type { ActivitySpec, ActivityView, ErrorCode, ItemSource, PlannedStep, SectionView } from '../wire/wire';
import { newId } from './bytes';

export type Kind = ActivitySpec['kind'];
export type Method = 'single_choice' | 'dots' | 'agree_disagree';
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
  method: Method;
  /** From where the items of a vote come: written here, or taken from the step `from`. */
  take: 'listed' | ItemSource['take'];
  from: string;
  items: string[];
  budget: number;
  perItem: number;
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
    method: 'dots',
    take: 'listed',
    from: '',
    items: [],
    budget: 5,
    perItem: 3,
  };
  if (step.kind === 'collect') {
    draft.sections = [...(step.sections ?? [])];
    draft.comments = step.comments ?? false;
    draft.release = step.release ?? 'waves';
  }
  if (step.kind === 'vote') {
    draft.method = step.method;
    if (step.method === 'dots') {
      draft.budget = step.budget;
      draft.perItem = step.perItem;
    }
    if ('take' in step.items) {
      draft.take = step.items.take;
      draft.from = step.items.from;
    } else draft.items = [...step.items];
  }
  return draft;
}

/** An empty step. */
export function newStep(kind: Kind, title: string): StepDraft {
  return { ...draftOf({ kind: 'present', id: newStepId(), title, prompt: '' }), kind };
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
    method: view.method ?? 'dots',
    take: source?.take ?? 'listed',
    from: source?.from ?? '',
    items: [...(listed ?? view.items?.map((each) => each.text) ?? [])],
    budget: view.budget ?? 5,
    perItem: view.perItem ?? 3,
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
  const { method } = draft;
  if (method !== 'dots') return { kind, method, ...common, items };
  return { kind, method, ...common, items, budget: draft.budget, perItem: draft.perItem };
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
  const { method, budget, perItem } = first;
  return { ...draft, method, budget, perItem };
}

/** A copy of the agenda for another session. */
export function specsOf(steps: ReadonlyArray<PlannedStep>): ActivitySpec[] {
  return steps.map((each) => specOf(draftOf(each)));
}

export type StepField = 'title' | 'prompt' | 'minutes' | 'sections' | 'items' | 'budget';

/** At which field of a step a refusal is to be read. */
export function fieldOf(code: ErrorCode | string, draft: StepDraft): StepField {
  const long = (text: string, most: number) => [...text].length > most;
  const fieldTooLong = () => {
    if (long(draft.title, 200)) return 'title';
    if (long(draft.prompt, 20_000)) return 'prompt';
    return draft.kind === 'collect' ? 'sections' : 'items';
  };
  switch (code) {
    case 'text_too_long':
      return fieldTooLong();
    case 'text_empty':
      if (draft.title.trim() === '') return 'title';
      return draft.kind === 'collect' ? 'sections' : 'items';
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
      return draft.minutes !== undefined && !(draft.minutes >= 0 && draft.minutes <= 1440) ? 'minutes' : 'budget';
    default:
      return 'title';
  }
}

export function minutesOf(steps: ReadonlyArray<{ readonly minutes?: number | undefined }>): number {
  return steps.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
}
