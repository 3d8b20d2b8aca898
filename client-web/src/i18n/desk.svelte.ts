import { language, type KeyOf, type Locale, type Texts, type Values } from './index.svelte';
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

/** In the language of a workshop, whatever that of the desk is: for what participants get to read. Without plurals. */
export async function tdIn(locale: Locale, key: DeskKey, values: Values = {}): Promise<string> {
  const found = (await texts[locale]())[`desk.${key}`] ?? key;
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
