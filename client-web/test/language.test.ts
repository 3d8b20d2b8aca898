import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Language, type Texts } from '../src/i18n/index.svelte';

describe('the language of the page', () => {
  let missing: number;
  let asked: number;
  const texts: Texts = {
    de: async () => ({ word: 'Wort' }),
    en: async () => {
      asked += 1;
      if (missing-- > 0) throw new Error('tunnel');
      return { word: 'word' };
    },
  };
  const chosen = () => localStorage.getItem('klartext:language');

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    asked = 0;
    missing = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    localStorage.clear();
  });

  it('is German until the chosen one comes', async () => {
    localStorage.setItem('klartext:language', '"en"');
    missing = 3;
    const language = new Language(texts);
    await language.begin();
    expect(language.locale).toBe('de');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(language.locale).toBe('en');
    expect(language.text('word')).toBe('word');
  });

  it('is kept when it is shown, and whoever chooses hears when it does not come', async () => {
    missing = 99;
    const language = new Language(texts);
    const failed = vi.fn();
    void language.choose('en').catch(failed);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(failed).toHaveBeenCalledOnce();
    expect(language.locale).toBe('de');
    expect(chosen()).toBeNull();
    missing = 0;
    await language.choose('en');
    expect(chosen()).toBe('"en"');
  });

  it('is the one that was wished for last', async () => {
    localStorage.setItem('klartext:language', '"en"');
    missing = 3;
    const language = new Language(texts);
    await language.begin();
    await language.choose('de');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(language.locale).toBe('de');
    expect(asked).toBe(2);
  });

  it('is still waited for when further texts are wanted', async () => {
    localStorage.setItem('klartext:language', '"en"');
    missing = 3;
    const language = new Language(texts);
    await language.begin();
    const added = language.add({ de: async () => ({ more: 'Mehr' }), en: async () => ({ more: 'more' }) });
    await vi.advanceTimersByTimeAsync(20_000);
    await added;
    expect(language.locale).toBe('en');
    expect(language.text('more')).toBe('more');
  });

  it('asks again for further texts that did not come', async () => {
    let there = false;
    const more: Texts = {
      de: async () => {
        if (!there) throw new Error('tunnel');
        return { more: 'Mehr' };
      },
      en: async () => ({}),
    };
    const language = new Language(texts);
    const failed = vi.fn();
    void language.add(more).catch(failed);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(failed).toHaveBeenCalledOnce();
    there = true;
    await language.add(more);
    expect(language.text('more')).toBe('Mehr');
  });

  it('has further texts of which others did not come', async () => {
    const fails = () => Promise.reject(new Error('tunnel'));
    const slow = (text: string) => () =>
      new Promise<Record<string, string>>((done) => setTimeout(() => done({ first: text }), 50));
    const language = new Language(texts);
    const failed = vi.fn();
    const first = language.add({ de: slow('Erste'), en: slow('First') });
    void language.add({ de: fails, en: fails }).catch(failed);
    await vi.advanceTimersByTimeAsync(50);
    // Neither waits for the other, nor takes its failure for its own success.
    await first;
    expect(language.text('first')).toBe('Erste');
    expect(failed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(failed).toHaveBeenCalledOnce();
    expect(language.text('first')).toBe('Erste');
    const chosen = language.choose('en');
    await vi.advanceTimersByTimeAsync(50);
    await chosen;
    expect(language.text('first')).toBe('First');
  });

  it('has further texts that are fetched while it changes', async () => {
    const after = (wait: number, text: string) => () =>
      new Promise<Record<string, string>>((done) => setTimeout(() => done({ more: text }), wait));
    for (const [wait, within] of [
      [10, 50],
      [50, 10],
    ] as const) {
      const language = new Language({ ...texts, en: () => after(within, '')().then(texts.en) });
      const added = language.add({ de: after(wait, 'Mehr'), en: after(wait, 'more') });
      const shown = language.show('en');
      await vi.advanceTimersByTimeAsync(500);
      await Promise.all([added, shown]);
      expect(language.text('more')).toBe('more');
      expect(language.text('word')).toBe('word');
    }
  });
});
