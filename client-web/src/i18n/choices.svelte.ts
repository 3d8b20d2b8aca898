import { language, type KeyOf, type Texts, type Values } from './index.svelte';
import type de from './choices.de.json';

function named(catalogue: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [`choices.${key}`, text]));
}

/** Of the dialog in which the minutes are edited. */
const texts: Texts = {
  de: async () => named((await import('./choices.de.json')).default),
  en: async () => named((await import('./choices.en.json')).default),
};

export function loadChoicesTexts(): Promise<void> {
  return language.add(texts);
}

export function tc(key: KeyOf<typeof de>, values?: Values): string {
  return language.text(`choices.${key}`, values);
}
