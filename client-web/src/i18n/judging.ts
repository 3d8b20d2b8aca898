import { textsOf } from './texts';
import type de from './judging.de.json';

/** Of the methods in which people judge each item on a scale. */
export const { load: loadJudgingTexts, t: tj } = textsOf<typeof de>('judging', {
  de: () => import('./judging.de.json'),
  en: () => import('./judging.en.json'),
});
