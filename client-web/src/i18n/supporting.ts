import { textsOf } from './texts';
import type de from './supporting.de.json';

/** Of supporting the cards of others: they come with the first step where that is asked. */
export const { load: loadSupportingTexts, t: tu } = textsOf<typeof de>('supporting', {
  de: () => import('./supporting.de.json'),
  en: () => import('./supporting.en.json'),
});
