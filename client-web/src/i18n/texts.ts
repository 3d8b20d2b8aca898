import { language, type KeyOf, type Texts, type Values } from './index.svelte';

/** Words that come when they are wanted, under a name of their own. */
export function textsOf<C extends Record<string, string>>(
  name: string,
  files: Record<keyof Texts, () => Promise<{ default: C }>>,
) {
  const named = async (file: () => Promise<{ default: C }>) => prefixed(name, (await file()).default);
  const texts: Texts = { de: () => named(files.de), en: () => named(files.en) };
  return {
    load: () => language.add(texts),
    t: (key: KeyOf<C>, values?: Values) => language.text(`${name}.${String(key)}`, values),
  };
}

export function prefixed(name: string, catalogue: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [`${name}.${key}`, text]));
}
