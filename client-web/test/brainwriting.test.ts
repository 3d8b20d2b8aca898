import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { loadBrainwritingTexts } from '../src/i18n/brainwriting';
import { loadCollectingTexts } from '../src/i18n/collecting';
import { loadPresentTexts } from '../src/i18n/present';
import type { OwnCard } from '../src/lib/own';
import type { Participation } from '../src/lib/participation.svelte';
import { announcer } from '../src/lib/speech.svelte';
import { Store } from '../src/lib/storage';
import Brainwriting from '../src/pages/participant/Brainwriting.svelte';
import Questions from '../src/pages/present/Questions.svelte';
import Turn from '../src/pages/present/Turn.svelte';
import type { ActivityView, SessionView } from '../src/wire/wire';
import { changing } from './props.svelte';
import { idle } from './support';

const view = { language: 'de' } as SessionView;
const activity = {
  id: 'bw',
  kind: 'collect',
  title: 'Hof',
  phase: 'open',
  turn: 1,
  brainwriting: { perTurn: 2, turns: 3 },
} as ActivityView;
const passed = {
  ...activity,
  turn: 2,
  entries: [
    { id: 'b', section: '4', text: 'Bäume' },
    { id: 'c', section: '5', text: 'Bänke' },
    { id: 'a', section: '4', text: 'Schatten' },
  ],
} as ActivityView;

let target: HTMLElement;
let mounted: Record<string, unknown> | undefined;
let part: Participation & { cards: ReadonlyArray<OwnCard> };
let give: ((sheet: string | undefined) => void)[];
let said: string[];

beforeAll(() => Promise.all([loadBrainwritingTexts(), loadCollectingTexts(), loadPresentTexts()]));
beforeEach(() => {
  vi.spyOn(announcer, 'say').mockImplementation((text) => void said.push(text));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  said = [];
  give = [];
  target = document.body.appendChild(document.createElement('div'));
  let nth = 0;
  part = changing({
    cards: [] as ReadonlyArray<OwnCard>,
    connection: 'online',
    drafts: new Store(undefined, 'd:'),
    choices: new Store(undefined, 'c:'),
    askForSheet: () => new Promise<string | undefined>((done) => give.push(done)),
    cardsLeft: () => 9,
    write(id: string, text: string, { section }: { section?: string }) {
      const card = { kind: 'card', id: `own-${++nth}`, activity: id, text, section, nth, receipt: 'received' };
      part.cards = [
        { ...card, stored: text, todo: [], counter: 0, withdrawn: false } as unknown as OwnCard,
        ...part.cards,
      ];
    },
  }) as unknown as typeof part;
});
afterEach(() => {
  if (mounted) void unmount(mounted);
  target.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function come(at = activity) {
  const props = changing({ part, view, activity: at });
  mounted = mount(Brainwriting, { target, props });
  flushSync();
  return props;
}
async function given(sheet: string): Promise<void> {
  give.shift()?.(sheet);
  await idle();
  flushSync();
}
const words = (selector: string) => target.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
const field = () => target.querySelector<HTMLTextAreaElement>('#entry')!;
async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
  flushSync();
}
function submit(): void {
  target.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  flushSync();
}

it('a blank sheet comes with what to do, and cards go on it, as many as the turn allows', async () => {
  come();
  expect(words('h2')).toBe('Durchgang 1 von 3');
  expect(words('#sheet-title')).toBe('Ihr Blatt kommt …');
  await type('Zu früh');
  submit();
  expect(part.cards).toHaveLength(0);
  expect(field().value).toBe('Zu früh');
  await given('7');
  expect(words('#sheet-title')).toBe('Blatt 7');
  expect(target.textContent).toContain('erraten, welche Karten nicht von ihr sind');
  expect(said).toContain('Blatt 7 ist da. Es ist noch leer.');
  submit();
  expect(part.cards[0]).toMatchObject({ text: 'Zu früh', section: '7' });
  expect(words('#entry-hint')).toContain('Noch 1 Karte in diesem Durchgang');
  await type('Zwei');
  submit();
  expect(words('#entry-hint')).toContain('Alle 2 Karten für diesen Durchgang');
  await type('Drei');
  submit();
  expect(part.cards).toHaveLength(2);
  // A card that was not accepted is none.
  part.cards = part.cards.map((each, at) => {
    const { stored: _, ...rest } = each;
    return at === 0 ? { ...rest, receipt: 'refused' } : each;
  });
  flushSync();
  expect(words('#entry-hint')).toContain('Noch 1 Karte');
});

it('when sheets are passed on, the next one shows what others wrote, and a text that was begun stays', async () => {
  const props = come();
  await given('7');
  await type('Eins');
  submit();
  await type('Angefangen');
  field().focus();
  props.activity = passed;
  flushSync();
  expect(words('h2')).toBe('Durchgang 2 von 3');
  expect(words('#sheet-title')).toBe('Ihr nächstes Blatt kommt …');
  expect(said.at(-1)).toBe('Durchgang 2. Die Blätter wurden weitergereicht, Ihr nächstes Blatt kommt.');
  expect(document.activeElement).toBe(field());
  expect(field().value).toBe('Angefangen');
  expect(target.textContent).toContain('Ihr angefangener Text ist noch da.');
  await given('4');
  expect([...target.querySelectorAll('.paper li .text')].map((each) => each.textContent)).toEqual([
    'Schatten',
    'Bäume',
  ]);
  expect(said.at(-1)).toBe('Blatt 4 ist da. 2 Karten stehen darauf.');
  expect(document.activeElement).toBe(field());
  expect(words('#entry-hint')).toContain('Noch 2 Karten');
  submit();
  expect(part.cards[0]).toMatchObject({ text: 'Angefangen', section: '4' });
  expect(part.cards[1]).toMatchObject({ text: 'Eins', section: '7' });
  expect(target.textContent).not.toContain('Ihr angefangener Text');
});

it('a card that has not arrived yet, or is being changed, stays in sight in the next turn; others are folded', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  const props = come();
  await given('7');
  await type('Angekommen');
  submit();
  await type('Unterwegs');
  submit();
  const [written, arrived] = part.cards;
  const { stored, ...waiting } = { ...written!, receipt: 'waiting' as const };
  part.cards = [waiting, arrived!];
  flushSync();
  expect(target.querySelector('.writing')?.textContent).toContain('Angekommen');
  props.activity = passed;
  flushSync();
  await given('4');
  expect(target.querySelector('.writing')?.textContent).toContain('Unterwegs');
  expect(target.querySelector('.listed')?.textContent).not.toContain('Angekommen');
  const earlier = target.querySelector('.writing > details');
  expect(earlier?.querySelector('summary')?.textContent).toContain('Frühere Karten');
  expect(earlier?.hasAttribute('open')).toBe(false);
  expect(earlier?.textContent).toContain('Angekommen');
  expect(earlier?.querySelector(`#pencil-${arrived!.id}`)).not.toBeNull();
  target.querySelector<HTMLButtonElement>(`#pencil-${waiting.id}`)?.click();
  await tick();
  flushSync();
  part.cards = [{ ...waiting, receipt: 'received', stored: stored! }, arrived!];
  props.activity = { ...passed, turn: 3 };
  flushSync();
  expect(target.querySelector(`#edit-${waiting.id}`)).not.toBeNull();
});

it('who comes later is told so, and a free number of turns has no end', async () => {
  come({ ...passed, brainwriting: {} });
  await given('5');
  expect(words('h2')).toBe('Durchgang 2');
  expect(target.textContent).toContain('haben andere schon geschrieben');
  expect(words('#entry-hint')).not.toContain('Noch');
});

it('who has the first sheet late, and a blank one, is told nothing of others', async () => {
  come({ ...passed, brainwriting: {} });
  await given('6');
  expect(target.textContent).toContain('Von anderen steht auf diesem Blatt noch nichts.');
  expect(target.textContent).not.toContain('haben andere schon geschrieben');
});

it('without a connection the page says when the sheet comes', () => {
  Object.assign(part, { connection: 'offline' });
  come();
  expect(words('.paper')).toContain('sobald die Verbindung wieder da ist');
});

it('the wall tells the turn and how many cards there are, and shows none', () => {
  mounted = mount(Turn, { target, props: { activity: { ...passed, waiting: 5 } } });
  expect(target.textContent).toContain('Durchgang 2 von 3');
  expect(target.textContent).toContain('3 Karten aus den Durchgängen davor.');
  expect(target.textContent).toContain('In diesem Durchgang mindestens 5 neue.');
  expect(target.textContent).not.toContain('Bäume');
});

it('the wall lists what most support first, as published, and what was answered last', () => {
  const questions = [
    { id: 'a', text: 'Wann?' },
    { id: 'b', text: 'Wer?', upVotes: 9, answered: true },
    { id: 'c', text: 'Wo?', upVotes: 7 },
    { id: 'd', text: 'Wie?', upVotes: 1 },
  ];
  const asked = { ...activity, brainwriting: undefined, upVotes: true, entries: questions } as unknown as ActivityView;
  const props = changing({ activity: asked });
  mounted = mount(Questions, { target, props });
  flushSync();
  const rows = () => [...target.querySelectorAll('li')].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  expect(target.textContent).toContain('Stimmen erscheinen gesammelt');
  expect(rows()).toEqual(['Wo?', 'Wie?', 'Wann?', 'Wer? beantwortet']);
  props.activity = { ...asked, upVoters: 12 };
  flushSync();
  expect(rows()).toEqual(['7 Stimmen Wo?', '1 Stimme Wie?', '– Wann?', '9 Stimmen Wer? beantwortet']);
  expect(target.textContent).toContain('12 Personen');
});

it('questions without room on the wall are counted', () => {
  const height = (element: Element) => (element.tagName === 'LI' ? 100 : 0);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(250);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return height(this);
  });
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    return [...(this.parentElement?.children ?? [])].indexOf(this) * height(this);
  });
  const entries = Array.from({ length: 9 }, (_, at) => ({ id: `q${at}`, text: `Frage ${at}` }));
  mounted = mount(Questions, { target, props: { activity: { ...activity, upVotes: true, entries } as ActivityView } });
  flushSync();
  expect(target.textContent).toContain('… und 7 weitere');
  expect(target.querySelectorAll('li:not(.out)')).toHaveLength(2);
});
