import type { Locale } from '../i18n/index.svelte';
import { patiently } from '../lib/later';
import type { VoteRules } from '../wire/wire';
import { agreeDisagree } from './agree_disagree/method';
import { approval } from './approval/method';
import { consensing } from './consensing/method';
import { dots } from './dots/method';
import { estimate } from './estimate/method';
import type { Method } from './method';
import { multiCriteria } from './multi_criteria/method';
import { multipleChoice } from './multiple_choice/method';
import { openText } from './open_text/method';
import { points } from './points/method';
import { ranking } from './ranking/method';
import { rating } from './rating/method';
import { singleChoice } from './single_choice/method';

/** All there are, in the order in which the facilitator is offered them; a new vote begins with the first. */
export const methods: readonly [Method, ...Method[]] = [
  dots,
  singleChoice,
  agreeDisagree,
  rating,
  ranking,
  multipleChoice,
  approval,
  points,
  multiCriteria,
  consensing,
  estimate,
  openText,
];

/** None: the page is older than the server. */
export function methodOf(tagged: { readonly method: string } | undefined): Method | undefined {
  return methods.find((each) => each.name === tagged?.method);
}

/** The rules of a new vote in a workshop of that language. */
export function newRules({ rules, words }: Method, language: Locale): VoteRules {
  return { ...rules, ...words?.[language] } as VoteRules;
}

const withTexts = <Part>(of: Method, part: () => Promise<{ default: Part }>): Promise<Part> =>
  patiently(async () => {
    const [loaded] = await Promise.all([part(), of.texts()]);
    return loaded.default;
  });

/** The parts of a method together with their words. */
export const castOf = (of: Method) => withTexts(of, of.cast);
export const resultOf = (of: Method) => withTexts(of, of.result);
export const formOf = (of: Method) => (of.form ? withTexts(of, of.form) : Promise.resolve(undefined));
export const textsFor = (of: Method) => patiently(of.texts);

/** What people need for a vote and its result. */
export function fetchMethod(name: string): void {
  const found = methodOf({ method: name });
  if (found) for (const part of [castOf, resultOf]) part(found).catch(() => undefined);
}
