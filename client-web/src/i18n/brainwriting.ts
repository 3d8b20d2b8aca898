import { textsOf } from './texts';
import type de from './brainwriting.de.json';

/** Of writing on sheets that go round. */
export const { load: loadBrainwritingTexts, t: tb } = textsOf<typeof de>('brainwriting', {
  de: () => import('./brainwriting.de.json'),
  en: () => import('./brainwriting.en.json'),
});
