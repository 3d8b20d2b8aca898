import { language, type KeyOf, type Texts, type Values } from './index.svelte';
import type de from './desk.de.json';

export type DeskKey = KeyOf<typeof de>;

function named(catalogue: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [`desk.${key}`, text]));
}

/** The facilitator's texts, which participants do not load. */
const texts: Texts = {
  de: async () => named((await import('./desk.de.json')).default),
  en: async () => named((await import('./desk.en.json')).default),
};

export function loadDeskTexts(): Promise<void> {
  return language.add(texts);
}

export function td(key: DeskKey, values?: Values): string {
  return language.text(`desk.${key}`, values);
}
