import de from './de.json';
import { patiently } from '../lib/later';
import { Store } from '../lib/storage';

/** Names of texts, without the suffixes of their plurals. */
export type KeyOf<C> = keyof C extends infer K
  ? K extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : K
  : never;
export type Key = KeyOf<typeof de>;
export type Values = Record<string, string | number>;

type Catalogue = Record<string, string>;
/** Where the texts of each language come from. */
export type Texts = Record<Locale, () => Promise<Catalogue>>;

export const locales = { de: 'Deutsch', en: 'English' } as const;
export type Locale = keyof typeof locales;

const load: Texts = {
  de: () => Promise.resolve(de),
  en: async () => (await import('./en.json')).default,
};

function preferred(): Locale {
  const wanted = navigator.languages.map((each) => each.slice(0, 2)).find((each) => each in locales);
  return (wanted as Locale | undefined) ?? 'de';
}

const [isolate, isolated] = [0x2068, 0x2069].map((each) => String.fromCharCode(each));

/** Words from right to left amid others are set apart, so that they do not pull at what stands beside them. */
function apart(value: string | undefined): string | undefined {
  return value && /[\u0590-\u08ff]/.test(value) ? isolate + value + isolated : value;
}

/** The language of the page. German is always there; the others are fetched when they are wanted. */
export class Language {
  locale = $state<Locale>('de');
  #catalogue = $state.raw<Catalogue>(de);
  #plural = new Intl.PluralRules('de');
  #number = new Intl.NumberFormat('de');
  readonly #store = Store.browser('klartext:');
  readonly #texts: Texts[];
  /** Which wish for a language is the latest. */
  #turn = 0;
  readonly #adding = new Map<Texts, Promise<void>>();

  constructor(texts: Texts = load) {
    this.#texts = [texts];
  }

  /**
   * What was chosen on this device, else what the browser prefers. A page in German is better than none: texts that do
   * not come are asked for again while the page is there.
   */
  async begin(): Promise<void> {
    const chosen = this.#store.read<string>('language');
    const locale = chosen && chosen in locales ? (chosen as Locale) : preferred();
    const turn = ++this.#turn;
    try {
      await this.#load(locale, turn);
    } catch {
      if (turn === this.#turn) void this.show(locale).catch(() => undefined);
    }
  }

  /** Kept on this device once it is shown. Rejects when the texts do not come. */
  async choose(locale: Locale): Promise<void> {
    await this.show(locale);
    this.#store.write('language', locale);
  }

  /** For as long as the page lives. Rejects when the texts do not come; a later wish goes before an earlier one. */
  async show(locale: Locale): Promise<void> {
    const turn = ++this.#turn;
    await patiently(() => this.#load(locale, turn));
  }

  /**
   * More texts, for pages that not everybody sees. Resolves when they are there in the language of the page, and rejects
   * when they do not come, whatever becomes of others.
   */
  add(texts: Texts): Promise<void> {
    const known = this.#adding.get(texts);
    if (known) return known;
    const adding = this.#add(texts);
    this.#adding.set(texts, adding);
    adding.catch(() => this.#adding.delete(texts));
    return adding;
  }

  async #add(texts: Texts): Promise<void> {
    for (;;) {
      const { locale } = this;
      const part = await patiently(() => texts[locale]());
      // Meanwhile another language may have come, without these.
      if (locale !== this.locale) continue;
      this.#texts.push(texts);
      this.#catalogue = { ...this.#catalogue, ...part };
      return;
    }
  }

  async #load(locale: Locale, turn: number): Promise<void> {
    const parts: Catalogue[] = [];
    // Meanwhile more texts may have been added.
    while (turn === this.#turn && parts.length < this.#texts.length) {
      const missing = this.#texts.slice(parts.length);
      parts.push(...(await Promise.all(missing.map((each) => each[locale]()))));
    }
    if (turn !== this.#turn) return;
    this.#plural = new Intl.PluralRules(locale);
    this.#number = new Intl.NumberFormat(locale);
    this.#catalogue = Object.assign({}, ...parts) as Catalogue;
    this.locale = locale;
    document.documentElement.lang = locale;
  }

  text(key: string, values?: Values): string {
    const found = this.#form(key, values) ?? this.#catalogue[key] ?? key;
    if (!values) return found;
    return found.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? this.number(value) : (apart(value) ?? whole);
    });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** With its sign, also when it is positive. */
  signed(value: number): string {
    return `${value > 0 ? '+' : ''}${this.number(value)}`;
  }

  date(day: string): string {
    const [year, month, date] = day.split('-').map(Number);
    const utc = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1));
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(utc);
  }

  #form(key: string, values: Values | undefined): string | undefined {
    const count = values?.['n'];
    if (typeof count !== 'number') return undefined;
    return this.#catalogue[`${key}_${this.#plural.select(count)}`] ?? this.#catalogue[`${key}_other`];
  }
}

export const language = new Language();

/** The text of this name in the language of the page. `n` chooses the plural. */
export function t(key: Key, values?: Values): string {
  return language.text(key, values);
}
