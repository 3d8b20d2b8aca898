import { textsOf } from './texts';
import type de from './steering.de.json';

/** Of leading a step whose sheets go round, or whose cards are supported. */
export const { load: loadSteeringTexts, t: ts } = textsOf<typeof de>('steering', {
  de: () => import('./steering.de.json'),
  en: () => import('./steering.en.json'),
});
