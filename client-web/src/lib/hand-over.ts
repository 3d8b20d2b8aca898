import type { VoteRules } from '../wire/wire';
import { th } from '../i18n/handover';
import { methodOf } from '../methods';
import { figureOf } from '../methods/library';
import { canGive, isRule, isSupported, sourcesFor, type Rule, type StepDraft, type Take } from './desk-plan';

/** As many go on as one group discusses in one go. */
const few = 8;

/** In the order in which they are offered. */
const rules: ReadonlyArray<Rule> = ['top', 'above', 'disputed', 'quadrant'];

/** So many have asked more than one person. */
const someVotes = 3;

/** By what the items of this vote, or of these supported cards, can be chosen, once there is a result. */
export function rulesFor(vote: StepDraft): Rule[] {
  return rules.filter((each) => canGive(vote, each));
}

/** Where else items may come from; 'result' is a rule, chosen further on. */
export type Origin = Exclude<Take, Rule> | 'result';

export function originsFor(kind: StepDraft['kind']): Origin[] {
  return kind === 'measures' || kind === 'sign_up'
    ? ['listed', 'result', 'clusters', 'tags', 'entries']
    : ['listed', 'clusters', 'entries', 'tags', 'result', 'items'];
}

export const originOf = (take: Take): Origin => (isRule(take) ? 'result' : take);

/** The steps from which items of this origin can come. */
export function stepsFor(draft: StepDraft, steps: ReadonlyArray<StepDraft>, origin: Origin): StepDraft[] {
  if (origin === 'listed') return [];
  return sourcesFor(draft, steps, origin === 'result' ? 'top' : origin);
}

/** The same step, taking by this rule from this vote: by another one, if that vote cannot give it. */
export function withRule(draft: StepDraft, vote: StepDraft, wanted: Rule): StepDraft {
  const possible = rulesFor(vote);
  const take = possible.includes(wanted) ? wanted : (possible[0] ?? 'top');
  const same = draft.take === take && draft.from === vote.id;
  const line = same ? draft.line : lineOf(vote);
  return { ...draft, take, from: vote.id, count: draft.count || few, line };
}

/** What a line is begun with. */
function lineOf(vote: StepDraft): number {
  if (isSupported(vote)) return someVotes;
  const found = methodOf(vote);
  return found?.handsOver?.line(vote.rules[vote.method] as VoteRules) ?? 0;
}

/** A new step that goes on with what the one before came to. `steps` end with it. */
export function goingOn(draft: StepDraft, steps: ReadonlyArray<StepDraft>): StepDraft {
  // What is open all the time is not on the way.
  const onTheWay = (origin: Origin) => stepsFor(draft, steps, origin).filter((each) => !each.beside);
  const vote = draft.kind !== 'vote' ? onTheWay('result').at(-1) : undefined;
  if (vote) return withRule(draft, vote, bestRule(vote));
  const collected = onTheWay('clusters').at(-1);
  return collected ? { ...draft, take: 'clusters', from: collected.id } : draft;
}

export const bestRule = (vote: StepDraft): Rule => (rulesFor(vote).includes('quadrant') ? 'quadrant' : 'top');

/** What the figure of that vote is called beside the field for the line. */
export function lineLabel(vote: StepDraft): string {
  if (isSupported(vote)) return th('votes.line');
  const found = methodOf(vote);
  return found ? figureOf(found, vote.rules[vote.method] as VoteRules).label : '';
}

/** What goes on, in a plain sentence. */
export function sentenceOf(draft: Pick<StepDraft, 'take' | 'count' | 'line'>, source: StepDraft | undefined): string {
  const title = source?.title ?? '';
  if (source && isSupported(source) && draft.take === 'top') return th('says.top_votes', { title, n: draft.count });
  if (source && isSupported(source) && draft.take === 'above') return th('says.above_votes', { title, n: draft.line });
  const found = source && methodOf(source);
  const own = source?.rules[source.method] as VoteRules;
  switch (draft.take) {
    case 'listed':
      return '';
    case 'above':
      return found ? figureOf(found, own).sentence(title, draft.line) : '';
    case 'quadrant': {
      const criteria = found?.handsOver?.criteria?.(own);
      return criteria ? th('says.quadrant', { title, across: criteria[0], up: criteria[1] }) : '';
    }
    case 'top':
      return th('says.top', { title, n: draft.count });
    default:
      return th(`says.${draft.take}`, { title });
  }
}
