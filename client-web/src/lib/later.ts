/** Comes after a pause, or as soon as the device says that it is online again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', go);
      done();
    };
    const timer = setTimeout(go, milliseconds);
    globalThis.addEventListener('online', go);
  });
}

/** Tries again for some fifteen seconds: a part may be wanted in a tunnel. Rejects with the first reason. */
export async function patiently<Part>(load: () => Promise<Part>, pauses = [1000, 2000, 4000, 8000]): Promise<Part> {
  try {
    return await load();
  } catch (reason) {
    for (const each of pauses) {
      await pause(each);
      try {
        return await load();
      } catch {
        // The first reason says more.
      }
    }
    throw reason;
  }
}

/**
 * Parts of the page that come after the first view. They are fetched soon after it, so that a step that opens in a
 * tunnel finds them.
 */
export const later = {
  collect: () => patiently(() => import('../pages/participant/Collect.svelte')),
  vote: () => patiently(() => import('../pages/participant/Vote.svelte')),
  results: () => patiently(() => import('../ui/Results.svelte')),
  stillWall: () => patiently(() => import('../ui/StillWall.svelte')),
  unheard: () => patiently(() => import('../ui/Unheard.svelte')),
  closed: () => patiently(() => import('../pages/participant/Closed.svelte')),
  settings: () => patiently(() => import('../ui/SettingsDialog.svelte')),
};

export function fetchAhead(): void {
  for (const part of Object.values(later)) part().catch(() => undefined);
}

/** The parts of these voting methods, as soon as it is known that there are such votes. */
export function fetchMethods(names: ReadonlyArray<string>): void {
  if (names.length === 0) return;
  patiently(() => import('../methods')).then(
    ({ fetchMethod }) => names.forEach(fetchMethod),
    () => undefined,
  );
}
