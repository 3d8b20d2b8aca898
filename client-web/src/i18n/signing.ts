import { textsOf } from './texts';
import type de from './signing.de.json';

/** Of signing up for themes by name, for those who do it and for the wall. */
export const { load: loadSigningTexts, t: ts } = textsOf<typeof de>('signing', {
  de: () => import('./signing.de.json'),
  en: () => import('./signing.en.json'),
});
