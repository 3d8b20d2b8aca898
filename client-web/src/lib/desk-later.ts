import { loadChoicesTexts } from '../i18n/choices.svelte';
import { loadMinutesTexts } from '../i18n/minutes.svelte';
import { patiently } from './later';

async function methodTexts(): Promise<void> {
  const { loadLibraryTexts } = await import('../methods/library');
  await loadLibraryTexts();
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
  lead: () => patiently(() => import('../pages/desk/Lead.svelte')),
  after: () =>
    patiently(async () => {
      await mailsTexts();
      await loadMinutesTexts();
      return import('../pages/desk/After.svelte');
    }),
  preview: () => patiently(() => import('../pages/desk/Preview.svelte')),
  minutesChoices: () =>
    patiently(async () => {
      await loadChoicesTexts();
      return import('../pages/desk/MinutesChoices.svelte');
    }),
  stepDialog: () =>
    patiently(async () => {
      const [page] = await Promise.all([import('../pages/desk/StepDialog.svelte'), methodTexts()]);
      return page;
    }),
};

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
