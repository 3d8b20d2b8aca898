import { textsOf } from './texts';
import type de from './names.de.json';

/** Of the desk: the list of those who signed up by name. */
export const { load: loadNamesTexts, t: tn } = textsOf<typeof de>('names', {
  de: () => import('./names.de.json'),
  en: () => import('./names.en.json'),
});
