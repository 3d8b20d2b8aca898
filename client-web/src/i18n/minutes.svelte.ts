import { language, type KeyOf, type Texts, type Values } from './index.svelte';
import type de from './minutes.de.json';

function named(catalogue: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [`minutes.${key}`, text]));
}

/** Of the minutes on the page after the close. */
const texts: Texts = {
  de: async () => named((await import('./minutes.de.json')).default),
  en: async () => named((await import('./minutes.en.json')).default),
};

export function loadMinutesTexts(): Promise<void> {
  return language.add(texts);
}

export function tm(key: KeyOf<typeof de>, values?: Values): string {
  return language.text(`minutes.${key}`, values);
}
