import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Catalogue = Record<string, string>;
const source = join(import.meta.dirname, '../src');
const read = (name: string) => JSON.parse(readFileSync(join(source, name), 'utf8')) as Catalogue;
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((each) => each[1]).sort();

const german = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('de.json'));

describe.each(german)('the texts of %s', (name) => {
  const de = read(name);
  const other = name.replace('de.json', 'en.json');

  it('are there in English, with the same names', () => {
    expect(existsSync(join(source, other))).toBe(true);
    expect(Object.keys(read(other)).sort()).toEqual(Object.keys(de).sort());
  });

  it('have the same places to fill in', () => {
    const en = read(other);
    for (const [key, text] of Object.entries(de)) {
      // "1 Karte" needs no number, "{n} cards" does.
      if (key.endsWith('_one')) continue;
      expect([key, names(en[key] ?? '')]).toEqual([key, names(text)]);
    }
  });

  it('have both plurals, and say something', () => {
    for (const catalogue of [de, read(other)]) {
      for (const [key, text] of Object.entries(catalogue)) {
        expect(text.trim(), key).not.toBe('');
        if (key.endsWith('_one')) expect(catalogue, key).toHaveProperty([key.replace(/_one$/, '_other')]);
        if (key.endsWith('_other')) expect(catalogue, key).toHaveProperty([key.replace(/_other$/, '_one')]);
      }
    }
  });
});
