import { textsOf } from './texts';
import type de from './handover.de.json';

/** Of the desk: what goes on to a later step, and the measures that follow from it. */
export const { load: loadHandOverTexts, t: th } = textsOf<typeof de>('handover', {
  de: () => import('./handover.de.json'),
  en: () => import('./handover.en.json'),
});
