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

/** Whatever shows cards needs their words. */
export async function withCollectingTexts<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([
    part,
    import('../i18n/collecting').then(({ loadCollectingTexts }) => loadCollectingTexts()),
  ]);
  return loaded;
}

/** Where somebody types a code: no page of those who have one. */
export const joinPage = () =>
  patiently(async () => {
    const [page] = await Promise.all([
      import('../pages/participant/Join.svelte'),
      import('../i18n/join').then(({ loadJoinTexts }) => loadJoinTexts()),
    ]);
    return page;
  });

async function withClosingTexts<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([
    part,
    import('../i18n/closing').then(({ loadClosingTexts }) => loadClosingTexts()),
  ]);
  return loaded;
}

/** The screen in the room: no part of the participants' pages. */
export async function presentPage() {
  const [page] = await Promise.all([
    withCollectingTexts(import('../pages/present/Present.svelte')),
    import('../i18n/present').then(({ loadPresentTexts }) => loadPresentTexts()),
  ]);
  return page;
}

/** Those of signing up by name. */
export async function withSigningTexts<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([
    part,
    import('../i18n/signing').then(({ loadSigningTexts }) => loadSigningTexts()),
  ]);
  return loaded;
}

/** Of the wall alone: not fetched ahead. */
export const themesWall = () => patiently(() => withSigningTexts(import('../pages/present/Themes.svelte')));

/**
 * Parts of the page that come after the first view. They are fetched soon after it, so that a step that opens in a
 * tunnel finds them.
 */
export const later = {
  room: () => patiently(() => import('../pages/participant/Room.svelte')),
  collect: () => patiently(() => withCollectingTexts(import('../pages/participant/Collect.svelte'))),
  canvases: () => patiently(() => import('../ui/Canvases.svelte')),
  beside: () => patiently(() => withCollectingTexts(import('../pages/participant/Beside.svelte'))),
  upVotes: () =>
    patiently(async () => {
      const part = await withCollectingTexts(import('../ui/up-votes'));
      await part.loadSupportingTexts();
      return part;
    }),
  brainwriting: () =>
    patiently(async () => {
      const [part, { loadBrainwritingTexts }] = await Promise.all([
        withCollectingTexts(import('../pages/participant/Brainwriting.svelte')),
        import('../i18n/brainwriting'),
      ]);
      await loadBrainwritingTexts();
      return part;
    }),
  sheetAsking: () => patiently(() => import('./sheet-asking')),
  vote: () => patiently(() => import('../pages/participant/Vote.svelte')),
  results: () => patiently(() => import('../ui/Results.svelte')),
  stillWall: () => patiently(() => withCollectingTexts(import('../ui/StillWall.svelte'))),
  measures: () =>
    patiently(async () => {
      const [part, { loadMeasuresTexts }] = await Promise.all([
        import('../ui/Measures.svelte'),
        import('../i18n/measures'),
      ]);
      await loadMeasuresTexts();
      return part;
    }),
  signUp: () => patiently(() => withSigningTexts(import('../pages/participant/SignUp.svelte'))),
  unheard: () => patiently(() => withClosingTexts(import('../ui/Unheard.svelte'))),
  closed: () => patiently(() => withClosingTexts(import('../pages/participant/Closed.svelte'))),
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
