import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '../src/lib/router.svelte';

describe('ways within the program', () => {
  let asked: string[];
  let stay: boolean;

  beforeEach(() => {
    router.go('/desk/sessions/1', 'replace');
    asked = [];
    stay = true;
    router.mayLeave = (to) => {
      asked.push(to);
      return !stay;
    };
    document.body.innerHTML = '<a href="/desk">back</a>';
  });
  afterEach(() => {
    router.mayLeave = () => true;
    document.body.innerHTML = '';
  });

  const click = () => document.querySelector('a')?.click();

  it('asks the page before a link is followed', () => {
    click();
    expect(asked).toEqual(['/desk']);
    expect(router.path).toBe('/desk/sessions/1');
    stay = false;
    click();
    expect(router.path).toBe('/desk');
  });

  it('asks the page before the browser goes back, and stays where it was', () => {
    history.replaceState(null, '', '/desk');
    globalThis.dispatchEvent(new PopStateEvent('popstate'));
    expect(asked).toEqual(['/desk']);
    expect(router.path).toBe('/desk/sessions/1');
    expect(location.pathname).toBe('/desk/sessions/1');
  });

  it('does not ask when the page itself goes', () => {
    router.go('/desk');
    expect(asked).toEqual([]);
    expect(router.path).toBe('/desk');
  });
});
