import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import Timer from '../src/ui/Timer.svelte';

it('the timer starts once, whatever it shows', () => {
  const ticking = vi.spyOn(globalThis, 'setInterval');
  let left = 120_000;
  const target = document.createElement('div');
  const timer = mount(Timer, { target, props: { remaining: () => (left -= 1000) } });
  flushSync();
  flushSync();
  expect(ticking).toHaveBeenCalledTimes(1);
  expect(target.textContent).toContain('1:59');
  void unmount(timer);
  vi.restoreAllMocks();
});
