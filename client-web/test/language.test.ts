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
});
