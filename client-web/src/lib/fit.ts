const steps = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/** Sets `--fit` to the largest scale at which everything in the element is seen without scrolling. */
export function fit(element: HTMLElement): () => void {
  const measure = () => {
    for (const step of steps) {
      element.style.setProperty('--fit', String(step));
      if (element.scrollHeight <= element.clientHeight + 1) return;
    }
  };
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
