import { language, type KeyOf, type Texts, type Values } from '../i18n/index.svelte';
import type { VoteRules } from '../wire/wire';
import type { Method } from './method';

/** What the facilitator reads about each method. */
export interface LibraryEntry {
  name: string;
  /** What it does, in a sentence. */
  means: string;
  /** When it fits. */
  when: string;
  /** What the facilitator says. */
  say: string;
}

/** The facilitator's words of all methods. */
const texts: Texts = {
  de: async () => (await import('./library.de')).default,
  en: async () => (await import('./library.en')).default,
};

/** What the figures of results are called, where a step is made that goes on by them. */
const figures: Texts = {
  de: async () => (await import('./figures.de')).default,
  en: async () => (await import('./figures.en')).default,
};

export function loadFigureTexts(): Promise<void> {
  return language.add(figures);
}

export function loadLibraryTexts(): Promise<void> {
  return language.add(texts);
}

/** Reads the facilitator's words of one method. */
export function libraryOf<C>(name: string): (key: KeyOf<C>, values?: Values) => string {
  return (key, values) => language.text(`library.${name}.${String(key)}`, values);
}

/** Of a method, or of a step that is made ready. */
export function entryOf({ name }: { readonly name: string }): LibraryEntry {
  const read = libraryOf<LibraryEntry>(name);
  return { name: read('name'), means: read('means'), when: read('when'), say: read('say') };
}

interface FigureWords {
  line: string;
  above: string;
}

/** What the figure of a result is called: beside the field for the line, and in the sentence that tells the rule. */
export function figureOf(method: Method, rules: VoteRules) {
  const read = libraryOf<FigureWords>(method.name);
  const words = method.handsOver?.words?.(rules);
  const key = (name: keyof FigureWords) => (words === undefined ? name : (`${name}.${words}` as typeof name));
  return {
    label: read(key('line')),
    sentence: (title: string, line: number) => read(key('above'), { title, n: line }),
  };
}

const plain = (text: string) => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Those in whose words every part of the search occurs, whatever its case and accents. */
export function search<Named extends { readonly name: string }>(all: ReadonlyArray<Named>, wanted: string): Named[] {
  const parts = plain(wanted).split(/\s+/);
  return all.filter((each) => {
    const words = plain(Object.values(entryOf(each)).join(' '));
    return parts.every((part) => words.includes(part));
  });
}
