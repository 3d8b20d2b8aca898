import { textsOf } from './texts';
import type de from './join.de.json';

/** Of the page on which somebody types a code. */
export const { load: loadJoinTexts, t: tj } = textsOf<typeof de>('joining', {
  de: () => import('./join.de.json'),
  en: () => import('./join.en.json'),
});
