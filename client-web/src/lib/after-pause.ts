import { onDestroy } from 'svelte';

/**
 * What is written is told after a pause in the writing, at the latest when the component or the page goes. Each field
 * waits for itself. To be called while a component is set up.
 */
export function afterPause<Field>(milliseconds = 800) {
  const waiting = new Map<Field, { timer: ReturnType<typeof setTimeout>; tell: () => void }>();

  /** It is told by other means, or not any more. */
  function drop(field: Field): void {
    clearTimeout(waiting.get(field)?.timer);
    waiting.delete(field);
  }
  function now(field: Field): void {
    const found = waiting.get(field);
    drop(field);
    found?.tell();
  }
  function soon(field: Field, tell: () => void): void {
    drop(field);
    waiting.set(field, { timer: setTimeout(() => now(field), milliseconds), tell });
  }

  const all = () => [...waiting.keys()].forEach(now);
  globalThis.addEventListener('pagehide', all);
  onDestroy(() => {
    globalThis.removeEventListener('pagehide', all);
    all();
  });
  return { soon, now, drop, waits: (field: Field) => waiting.has(field) };
}
