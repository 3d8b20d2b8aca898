import { mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadDeskTexts } from '../src/i18n/desk.svelte';
import { language } from '../src/i18n/index.svelte';
import { loadPlanningTexts } from '../src/i18n/planning';
import { newStep, type StepDraft } from '../src/lib/desk-plan';
import { withRule } from '../src/lib/hand-over';
import StepForm from '../src/pages/desk/StepForm.svelte';
import type { ErrorAnswer } from '../src/wire/wire';
import { changing } from './props.svelte';

const words = { de: 'Daraus lässt sich nichts übernehmen.', en: 'Nothing can be taken from there.' };
const problem: ErrorAnswer = { code: 'unknown_source', message: words, advice: { de: '', en: '' } };
const asked = { ...newStep('collect', 'Fragen'), upVotes: true };
const taking = withRule(newStep('vote', 'Auswahl'), asked, 'top');

let target: HTMLElement;
let mounted: Record<string, unknown> | undefined;

beforeEach(async () => {
  await language.show('de');
  await Promise.all([loadDeskTexts(), loadPlanningTexts()]);
  target = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  if (mounted) await unmount(mounted);
  mounted = undefined;
  target.remove();
});

async function show(step: StepDraft, steps: StepDraft[]): Promise<void> {
  const props = changing({ step, steps, language: 'de' as const, problem, changed: () => undefined });
  mounted = mount(StepForm, { target, props });
  while (!target.querySelector('fieldset')) await new Promise((done) => setTimeout(done, 5));
  await tick();
}
const described = (field: Element | null | undefined) =>
  document.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent;

it('cards whose votes another step takes cannot do without them: it is said at the box', async () => {
  const without = { ...asked, upVotes: false };
  await show(without, [without, taking]);
  const box = [...target.querySelectorAll('label')].find((each) => each.textContent?.includes('unterstützen'));
  expect(described(box?.querySelector('input'))).toContain('„Auswahl“ übernimmt von hier nach Stimmen');
});

it('it is said at the choice of brainwriting, where the box is not', async () => {
  const round = { ...asked, brainwriting: {} };
  await show(round, [round, taking]);
  expect(target.textContent).not.toContain('Andere dürfen Karten unterstützen');
  expect(described(target.querySelector('fieldset'))).toContain('„Auswahl“ übernimmt von hier nach Stimmen');
});

it('it is said in the words of the server where no step is known that takes', async () => {
  const without = { ...asked, upVotes: false };
  await show(without, [without]);
  expect(target.textContent).toContain('Daraus lässt sich nichts übernehmen.');
});
