import { tick } from 'svelte';

/** The heading of the page gets the focus; nothing if there is none yet. */
export async function focusHeading(): Promise<HTMLElement | undefined> {
  await tick();
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return undefined;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return heading;
}

/** As soon as there is a heading; meanwhile the person may have gone on to something else. */
export async function focusHeadingSoon(patience = 5000): Promise<void> {
  const before = document.activeElement;
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((done) => setTimeout(done, 30))) {
    await tick();
    const now = document.activeElement;
    if ((now !== before && now !== document.body) || (await focusHeading())) return;
  }
}

/** For a page that changes by itself: only if what had the focus is gone. */
export async function keepFocus(): Promise<void> {
  await tick();
  if (document.activeElement === document.body) await focusHeading();
}

/** For a page that somebody went to; it may still be on its way. What takes the focus for itself keeps it. */
export async function focusNewPage(patience = 5000): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
    await tick();
    if (document.activeElement !== document.body || (await focusHeading())) return;
  }
}

/** Whether somebody writes there: a field that was emptied by sending tells nobody. */
export function isWriting(at: Element | null): boolean {
  if (at instanceof HTMLTextAreaElement) return at.value.trim() !== '';
  if (!(at instanceof HTMLInputElement) || !['text', 'number'].includes(at.type)) return false;
  // Half a number has no value yet.
  return at.value.trim() !== '' || at.validity.badInput;
}
