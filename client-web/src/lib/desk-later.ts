import { loadChoicesTexts } from '../i18n/choices.svelte';
import { loadMinutesTexts } from '../i18n/minutes.svelte';
import { patiently } from './later';

async function mailsTexts(): Promise<void> {
  const { loadMailsTexts } = await import('../i18n/mails.svelte');
  await loadMailsTexts();
}

/** The pages of a workshop's three phases. They are fetched while there is nothing else to do: its start must not wait for them. */
export const deskLater = {
  editor: () => patiently(() => import('../pages/desk/Editor.svelte')),
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
  stepDialog: () => patiently(() => import('../pages/desk/StepDialog.svelte')),
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
