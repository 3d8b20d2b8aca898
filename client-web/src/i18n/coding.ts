import { textsOf } from './texts';
import type de from './coding.de.json';

/** Of tags and suggestions at the desk, which come when they are wanted. */
export const { load: loadCodingTexts, t: tc } = textsOf<typeof de>('coding', {
  de: () => import('./coding.de.json'),
  en: () => import('./coding.en.json'),
});
