import { textsOf } from './texts';
import type { Locale } from './index.svelte';
import type de from './planning.de.json';

const files = { de: () => import('./planning.de.json'), en: () => import('./planning.en.json') };

/** Of preparing a step in which cards are collected. */
export const { load: loadPlanningTexts, t: tp } = textsOf<typeof de>('planning', files);

/** In the language of a workshop: for what participants get to read. */
export async function planningIn(locale: Locale): Promise<typeof de> {
  return (await files[locale]()).default;
}
