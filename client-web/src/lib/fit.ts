const steps = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

export const isSeen = (element: HTMLElement): boolean => element.scrollHeight <= element.clientHeight + 1;

/** Sets `--fit` to the largest scale, `least` or more, at which everything in the element is seen without scrolling; false if there is none. */
export function scale(element: HTMLElement, least = 0): boolean {
  return steps.some((step) => {
    if (step < least) return false;
    element.style.setProperty('--fit', String(step));
    return isSeen(element);
  });
}

/** Does so whenever its content or its size changes. */
export function fit(element: HTMLElement): () => void {
  const measure = () => void scale(element);
  const resized = new ResizeObserver(measure);
  resized.observe(element);
  const changed = new MutationObserver(measure);
  changed.observe(element, { childList: true, subtree: true, characterData: true });
  void document.fonts?.ready.then(measure);
  return () => {
    resized.disconnect();
    changed.disconnect();
  };
}

/** The largest number up to `most` of which all fit, where fewer always do if more do; 0 if not even one. */
export function largest(most: number, fits: (number: number) => boolean): number {
  let [few, many] = [0, most + 1];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (fits(middle)) few = middle;
    else many = middle;
  }
  return few;
}
