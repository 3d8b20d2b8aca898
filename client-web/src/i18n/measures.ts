import { textsOf } from './texts';
import type de from './measures.de.json';

/** Of the list of measures that everybody sees. */
export const { load: loadMeasuresTexts, t: tme } = textsOf<typeof de>('measures', {
  de: () => import('./measures.de.json'),
  en: () => import('./measures.en.json'),
});
