import { textsOf } from './texts';
import type de from './present.de.json';

/** Of the screen in the room. */
export const { load: loadPresentTexts, t: tw } = textsOf<typeof de>('present', {
  de: () => import('./present.de.json'),
  en: () => import('./present.en.json'),
});
