import { patiently } from './later';

/** The pages of a workshop's three phases. They are fetched ahead: its start must not wait for them. */
export const deskLater = {
  editor: () => patiently(() => import('../pages/desk/Editor.svelte')),
  lead: () => patiently(() => import('../pages/desk/Lead.svelte')),
  after: () => patiently(() => import('../pages/desk/After.svelte')),
  preview: () => patiently(() => import('../pages/desk/Preview.svelte')),
  stepDialog: () => patiently(() => import('../pages/desk/StepDialog.svelte')),
};

export function fetchDeskAhead(): void {
  for (const part of Object.values(deskLater)) part().catch(() => undefined);
}
