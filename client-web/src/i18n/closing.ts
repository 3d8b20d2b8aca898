import { textsOf } from './texts';
import type de from './closing.de.json';

/** Of the end: of a step for what did not arrive, and of the workshop. */
export const { load: loadClosingTexts, t: te } = textsOf<typeof de>('closing', {
  de: () => import('./closing.de.json'),
  en: () => import('./closing.en.json'),
});
