import { textsOf } from './texts';
import type de from './collecting.de.json';

/** Of writing cards and of walls: they come with the first step that needs them. */
export const { load: loadCollectingTexts, t: tk } = textsOf<typeof de>('collecting', {
  de: () => import('./collecting.de.json'),
  en: () => import('./collecting.en.json'),
});
