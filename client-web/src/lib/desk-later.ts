import { loadChoicesTexts } from '../i18n/choices.svelte';
import { loadCodingTexts } from '../i18n/coding';
import { loadMinutesTexts } from '../i18n/minutes.svelte';
import { patiently, withCollectingTexts } from './later';

async function methodTexts(): Promise<void> {
  const { loadLibraryTexts } = await import('../methods/library');
  await loadLibraryTexts();
}

async function handOverTexts(): Promise<void> {
  const [{ loadHandOverTexts }, { loadFigureTexts }] = await Promise.all([
    import('../i18n/handover'),
    import('../methods/library'),
  ]);
  await Promise.all([loadHandOverTexts(), loadFigureTexts(), methodTexts()]);
}

async function withSteeringTexts<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([
    part,
    import('../i18n/steering').then(({ loadSteeringTexts }) => loadSteeringTexts()),
  ]);
  return loaded;
}

async function mailsTexts(): Promise<void> {
  const { loadMailsTexts } = await import('../i18n/mails.svelte');
  await loadMailsTexts();
}

/** The pages of a workshop's three phases. They are fetched while there is nothing else to do: its start must not wait for them. */
export const deskLater = {
  editor: () =>
    patiently(async () => {
      const [page] = await Promise.all([import('../pages/desk/Editor.svelte'), methodTexts()]);
      return page;
    }),
  lead: () => patiently(() => withCollectingTexts(import('../pages/desk/Lead.svelte'))),
  after: () =>
    patiently(async () => {
      await mailsTexts();
      await loadMinutesTexts();
      return import('../pages/desk/After.svelte');
    }),
  preview: () => patiently(() => withCollectingTexts(import('../pages/desk/Preview.svelte'))),
  collectForm: () =>
    patiently(async () => {
      const [part, { loadPlanningTexts }] = await Promise.all([
        import('../pages/desk/CollectForm.svelte'),
        import('../i18n/planning'),
      ]);
      await loadPlanningTexts();
      return part;
    }),
  onBehalf: () => patiently(() => withCollectingTexts(import('../pages/desk/OnBehalf.svelte'))),
  /** Steps that are made or changed while the workshop runs. */
  preparing: () => patiently(() => import('./desk-preparing')),
  /** The fields of a step, for the editor and the dialog. */
  stepForm: () =>
    patiently(async () => {
      const [part] = await Promise.all([import('../pages/desk/StepForm.svelte'), handOverTexts()]);
      return part;
    }),
  /** Of sheets that go round. */
  turns: () => patiently(() => withSteeringTexts(import('../pages/desk/TurnButton.svelte'))),
  turnFacts: () => patiently(() => withSteeringTexts(import('../pages/desk/TurnFacts.svelte'))),
  /** Of cards that can be supported. */
  upVoteFacts: () => patiently(() => withSteeringTexts(import('../pages/desk/UpVoteFacts.svelte'))),
  byVotes: () => patiently(() => withSteeringTexts(import('../pages/desk/ByVotes.svelte'))),
  onSheets: () => patiently(() => withSteeringTexts(import('../pages/desk/OnSheets.svelte'))),
  clusterDialogs: () =>
    patiently(async () => {
      const [move, edit] = await Promise.all([
        import('../pages/desk/ClusterMove.svelte'),
        import('../pages/desk/ClusterEdit.svelte'),
      ]);
      return { ClusterMove: move.default, ClusterEdit: edit.default };
    }),
  notice: () => patiently(() => import('../pages/desk/Notice.svelte')),
  afterResult: () => patiently(() => import('../pages/desk/AfterResult.svelte')),
  voteResult: () => patiently(() => import('../pages/desk/VoteResult.svelte')),
  readyDialog: () =>
    patiently(async () => {
      const [part, { loadPlanningTexts }] = await Promise.all([
        import('../pages/desk/ReadyDialog.svelte'),
        import('../i18n/planning'),
      ]);
      await Promise.all([loadPlanningTexts(), methodTexts()]);
      return part;
    }),
  methodDialog: () => patiently(() => import('../pages/desk/MethodDialog.svelte')),
  handOver: () =>
    patiently(async () => {
      const [part] = await Promise.all([import('../pages/desk/HandOver.svelte'), handOverTexts()]);
      return part;
    }),
  signUps: () =>
    patiently(async () => {
      const [part, { loadNamesTexts }] = await Promise.all([
        import('../pages/desk/SignUpList.svelte'),
        import('../i18n/names'),
      ]);
      await loadNamesTexts();
      return part;
    }),
  measures: () =>
    patiently(async () => {
      const [part, { loadHandOverTexts }, { loadMeasuresTexts }] = await Promise.all([
        import('../pages/desk/MeasuresEditor.svelte'),
        import('../i18n/handover'),
        import('../i18n/measures'),
      ]);
      await Promise.all([loadHandOverTexts(), loadMeasuresTexts()]);
      return part;
    }),
  minutesChoices: () =>
    patiently(async () => {
      await loadChoicesTexts();
      return import('../pages/desk/MinutesChoices.svelte');
    }),
  stepDialog: () =>
    patiently(async () => {
      const [page] = await Promise.all([import('../pages/desk/StepDialog.svelte'), handOverTexts()]);
      return page;
    }),
};

async function withAccountsTexts<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([
    part,
    import('../i18n/accounts').then(({ loadAccountsTexts }) => loadAccountsTexts()),
  ]);
  return loaded;
}
export const accountsPage = () => patiently(() => withAccountsTexts(import('../pages/desk/Accounts.svelte')));
export const passwordPage = () => patiently(() => withAccountsTexts(import('../pages/desk/Password.svelte')));

/** For who goes through the cards with care: not fetched ahead. */
export const codingPage = () =>
  patiently(async () => {
    await loadCodingTexts();
    return import('../pages/desk/CodeBook.svelte');
  });
export const suggestionsPage = () =>
  patiently(async () => {
    await loadCodingTexts();
    return import('../pages/desk/Suggestions.svelte');
  });

/** No part of any workshop: not fetched ahead. */
export const mailsPage = () =>
  patiently(async () => {
    await mailsTexts();
    return import('../pages/desk/Mails.svelte');
  });

export function fetchDeskAhead(): void {
  const fetchAll = () => {
    for (const part of Object.values(deskLater)) part().catch(() => undefined);
  };
  // Safari has learned it late.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 1000);
}
