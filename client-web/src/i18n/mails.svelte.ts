import { language, type KeyOf, type Texts, type Values } from './index.svelte';
import type de from './mails.de.json';

export type MailsKey = KeyOf<typeof de>;

function named(catalogue: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [`mails.${key}`, text]));
}

/** How mails do: on the page after the close, and on that of the mails. */
const texts: Texts = {
  de: async () => named((await import('./mails.de.json')).default),
  en: async () => named((await import('./mails.en.json')).default),
};

export function loadMailsTexts(): Promise<void> {
  return language.add(texts);
}

export function tm(key: MailsKey, values?: Values): string {
  return language.text(`mails.${key}`, values);
}
