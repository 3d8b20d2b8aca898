import { textsOf } from './texts';
import type { KeyOf } from './index.svelte';
import type de from './accounts.de.json';

export type AccountsKey = KeyOf<typeof de>;

/** Of managing accounts, and of their passwords. */
export const { load: loadAccountsTexts, t: ta } = textsOf<typeof de>('accounts', {
  de: () => import('./accounts.de.json'),
  en: () => import('./accounts.en.json'),
});
