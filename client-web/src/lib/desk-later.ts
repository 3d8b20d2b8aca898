import { loadChoicesTexts } from '../i18n/choices.svelte';
import { loadCodingTexts } from '../i18n/coding';
import { loadMinutesTexts } from '../i18n/minutes.svelte';
import { patiently, withCollectingTexts } from './later';

async function methodTexts(): Promise<void> {
  const { loadLibraryTexts } = await import('../methods/library');
  await loadLibraryTexts();
}

async function handOverTexts(): Promise<void> {
  const [{ loadHandOverTexts }, { loadFigureTexts }] = await Promise.all([
    import('../i18n/handover'),
    import('../methods/library'),
  ]);
  await Promise.all([loadHandOverTexts(), loadFigureTexts(), methodTexts()]);
}

async function mailsTexts(): Promise<void> {
  const { loadMailsTexts } = await import('../i18n/mails.svelte');
  await loadMailsTexts();
}

/** The pages of a workshop's three phases. They are fetched while there is nothing else to do: its start must not wait for them. */
export const deskLater = {
  editor: () =>
    patiently(async () => {
      const [page] = await Promise.all([import('../pages/desk/Editor.svelte'), methodTexts()]);
      return page;
    }),
  lead: () => patiently(() => withCollectingTexts(import('../pages/desk/Lead.svelte'))),
  after: () =>
    patiently(async () => {
      await mailsTexts();
      await loadMinutesTexts();
      return import('../pages/desk/After.svelte');
    }),
  preview: () => patiently(() => withCollectingTexts(import('../pages/desk/Preview.svelte'))),
  collectForm: () =>
    patiently(async () => {
      const [part, { loadPlanningTexts }] = await Promise.all([
        import('../pages/desk/CollectForm.svelte'),
        import('../i18n/planning'),
      ]);
      await loadPlanningTexts();
      return part;
    }),
  onBehalf: () => patiently(() => withCollectingTexts(import('../pages/desk/OnBehalf.svelte'))),
  /** The fields of a step, for the editor and the dialog. */
  stepForm: () =>
    patiently(async () => {
      const [part] = await Promise.all([import('../pages/desk/StepForm.svelte'), handOverTexts()]);
      return part;
    }),
  voteResult: () => patiently(() => import('../pages/desk/VoteResult.svelte')),
  methodDialog: () => patiently(() => import('../pages/desk/MethodDialog.svelte')),
  handOver: () =>
    patiently(async () => {
      const [part] = await Promise.all([import('../pages/desk/HandOver.svelte'), handOverTexts()]);
      return part;
    }),
  signUps: () =>
    patiently(async () => {
      const [part, { loadNamesTexts }] = await Promise.all([
        import('../pages/desk/SignUpList.svelte'),
        import('../i18n/names'),
      ]);
      await loadNamesTexts();
      return part;
    }),
  measures: () =>
    patiently(async () => {
      const [part, { loadHandOverTexts }, { loadMeasuresTexts }] = await Promise.all([
        import('../pages/desk/MeasuresEditor.svelte'),
        import('../i18n/handover'),
        import('../i18n/measures'),
      ]);
      await Promise.all([loadHandOverTexts(), loadMeasuresTexts()]);
      return part;
    }),
  minutesChoices: () =>
    patiently(async () => {
      await loadChoicesTexts();
      return import('../pages/desk/MinutesChoices.svelte');
    }),
  stepDialog: () =>
    patiently(async () => {
      const [page] = await Promise.all([import('../pages/desk/StepDialog.svelte'), handOverTexts()]);
      return page;
    }),
};

/** For who goes through the cards with care: not fetched ahead. */
export const codingPage = () =>
  patiently(async () => {
    await loadCodingTexts();
    return import('../pages/desk/CodeBook.svelte');
  });
export const suggestionsPage = () =>
  patiently(async () => {
    await loadCodingTexts();
    return import('../pages/desk/Suggestions.svelte');
  });

/** No part of any workshop: not fetched ahead. */
export const mailsPage = () =>
  patiently(async () => {
    await mailsTexts();
    return import('../pages/desk/Mails.svelte');
  });

export function fetchDeskAhead(): void {
  const fetchAll = () => {
    for (const part of Object.values(deskLater)) part().catch(() => undefined);
  };
  // Safari has learned it late.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 1000);
}
