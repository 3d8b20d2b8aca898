import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadClosingTexts } from '../src/i18n/closing';
import { loadCollectingTexts } from '../src/i18n/collecting';
import { loadSupportingTexts } from '../src/i18n/supporting';
import { inOrder } from '../src/lib/card-order';
import type { OwnUpVotes } from '../src/lib/own';
import type { Participation } from '../src/lib/participation.svelte';
import { Store } from '../src/lib/storage';
import StillWall from '../src/ui/StillWall.svelte';
import Support from '../src/ui/Support.svelte';
import Unheard from '../src/ui/Unheard.svelte';
import VoteOrder from '../src/ui/VoteOrder.svelte';
import type { ActivityView, EntryView } from '../src/wire/wire';
import { changing } from './props.svelte';
import { SharedStorage } from './support';

const words = { de: 'Dieser Schritt ist zu Ende.', en: 'This step is over.' };

describe('cards with up-votes on the page', () => {
  const card = (id: string, more: Partial<EntryView> = {}): EntryView => ({ id, text: `Card ${id}`, ...more });
  const activity = (more: Partial<ActivityView> = {}) =>
    ({ id: 'q', kind: 'collect', title: 'Fragen', phase: 'open', upVotes: true, entries: [], ...more }) as ActivityView;
  const mine = (more: Partial<OwnUpVotes> = {}): OwnUpVotes => ({
    kind: 'upVotes',
    activity: 'q',
    entries: ['a'],
    counter: 1,
    receipt: 'received',
    todo: [],
    ...more,
  });

  let target: HTMLElement;
  let mounted: Record<string, unknown> | undefined;
  let asked: [string, string, boolean][];
  let forgotten: string[];

  beforeAll(async () => void (await Promise.all([loadCollectingTexts(), loadSupportingTexts(), loadClosingTexts()])));
  beforeEach(() => {
    target = document.body.appendChild(document.createElement('div'));
    asked = [];
    forgotten = [];
  });
  afterEach(async () => {
    if (mounted) await unmount(mounted);
    mounted = undefined;
    target.remove();
  });
  const part = (own?: OwnUpVotes) =>
    ({
      upVotes: new Map(own ? [['q', own]] : []),
      cards: [],
      ballots: new Map(),
      signUps: new Map(),
      drafts: new Store(new SharedStorage(), 'd:'),
      activity: () => activity(),
      forgetRefusal: (id: string) => void forgotten.push(id),
      support: (...all: [string, string, boolean]) => void asked.push(all),
    }) as unknown as Participation;
  const button = (label = 'Unterstützen') =>
    [...target.querySelectorAll('button')].find((each) => each.textContent?.includes(label));
  const text = () => target.textContent?.replace(/\s+/g, ' ') ?? '';

  function support(shown: EntryView, own?: OwnUpVotes, step = activity()) {
    mounted = mount(Support, { target, props: { part: part(own), activity: step, card: shown } });
    flushSync();
  }

  it('are supported with a press, and not any more with another', () => {
    support(card('b'), mine());
    expect(button()?.getAttribute('aria-pressed')).toBe('false');
    button()?.click();
    expect(asked).toEqual([['q', 'b', true]]);
  });

  it('show the own vote at once, and no number that is not published', () => {
    support(card('a'), mine({ receipt: 'sending' }));
    expect(button()?.getAttribute('aria-pressed')).toBe('true');
    expect(text()).not.toMatch(/\d/);
    button()?.click();
    expect(asked).toEqual([['q', 'a', false]]);
  });

  it('say their number in words, and whether they are answered', () => {
    support(card('a', { upVotes: 7, answered: true }));
    expect(text()).toContain('7 Stimmen');
    expect(text()).toContain('beantwortet');
    const described = button()?.getAttribute('aria-describedby');
    expect(document.getElementById(described ?? '')?.textContent).toContain('7 Stimmen');
  });

  it.each([
    ['withdrawn', card('a', { withdrawn: true, upVotes: 2 }), activity()],
    ['of a closed step', card('a', { upVotes: 2 }), activity({ phase: 'closed' })],
  ])('have no button when they are %s', (_, shown, step) => {
    support(shown, undefined, step);
    expect(button()).toBeUndefined();
    expect(text()).toContain('2 Stimmen');
  });

  it('keep their numbers on the wall of a closed step', () => {
    const step = activity({ phase: 'closed', upVoters: 7, entries: [card('a', { upVotes: 1 }), card('b')] });
    mounted = mount(StillWall, { target, props: { activity: step } });
    flushSync();
    expect(text()).toContain('1 Stimme');
    expect(target.querySelectorAll('li')[1]?.textContent).not.toContain('Stimme');
    expect(button()).toBeUndefined();
  });

  describe('in the order of their votes', () => {
    const cards = [card('a', { upVotes: 2 }), card('b', { upVotes: 7, answered: true }), card('c', { upVotes: 5 })];
    let props: {
      part: Participation;
      activity: ActivityView;
      cards: ReadonlyArray<EntryView>;
      order: ReadonlyArray<string> | undefined;
    };
    function show(own?: OwnUpVotes, step = activity({ upVoters: 7 })) {
      props = changing({ part: part(own), activity: step, cards, order: undefined });
      mounted = mount(VoteOrder, {
        target,
        props: {
          get part() {
            return props.part;
          },
          get activity() {
            return props.activity;
          },
          get cards() {
            return props.cards;
          },
          get order() {
            return props.order;
          },
          set order(now) {
            props.order = now;
          },
        },
      });
      flushSync();
    }
    const radio = (at: number) => target.querySelectorAll<HTMLInputElement>('input[type="radio"]')[at]!;
    const placed = () => inOrder(props.cards, props.order ?? []).map((each) => each.id);

    it('stand when somebody wants it, the answered ones behind', () => {
      show();
      expect([radio(0).checked, placed()]).toEqual([true, ['a', 'b', 'c']]);
      radio(1).click();
      flushSync();
      expect(placed()).toEqual(['c', 'a', 'b']);
      radio(0).click();
      flushSync();
      expect(props.order).toBeUndefined();
    });

    it('do not move with new numbers or new cards before somebody wants it again', () => {
      show();
      radio(1).click();
      flushSync();
      const again = button('Neue Reihenfolge');
      expect(again?.getAttribute('aria-disabled')).toBe('true');
      props.cards = [card('d', { upVotes: 9 }), ...cards];
      flushSync();
      expect(placed()).toEqual(['c', 'a', 'b', 'd']);
      expect(again?.getAttribute('aria-disabled')).toBe('false');
      again?.focus();
      again?.click();
      flushSync();
      expect(placed()).toEqual(['d', 'c', 'a', 'b']);
      expect(document.activeElement).toBe(again);
      expect(again?.getAttribute('aria-disabled')).toBe('true');
    });

    it('say why there is no number yet, and how many people are counted', () => {
      show(undefined, activity());
      expect(text()).toContain('wenn genug Personen etwas unterstützen');
      props.activity = activity({ upVoters: 9 });
      flushSync();
      expect(text()).toContain('was 9 Personen unterstützen');
      expect(text()).not.toContain('wenn genug Personen');
    });

    it('promise nothing in an open small group', () => {
      show(undefined, activity());
      props.part = { ...part(), session: { openSmallGroup: true } } as unknown as Participation;
      for (const upVoters of [undefined, 1]) {
        props.activity = activity(upVoters === undefined ? {} : { upVoters });
        flushSync();
        expect(text()).toContain('schon ab einer Stimme');
        expect(text()).not.toContain('gesammelt');
      }
      expect(text()).toContain('was 1 Person unterstützt');
    });

    it('say what was not accepted', () => {
      show(mine({ receipt: 'refused', refusal: { code: 'activity_not_open', message: words, advice: words } }));
      expect(text()).toContain('Dieser Schritt ist zu Ende.');
      button('Schließen')?.click();
      expect(forgotten).toEqual(['q']);
    });
  });

  it('are told as not counted when the last change did not arrive', () => {
    const refused = mine({
      receipt: 'refused',
      refusal: { code: 'activity_not_open', message: words, advice: words },
    });
    mounted = mount(Unheard, { target, props: { part: part(refused), activities: ['q'] } });
    flushSync();
    expect(text()).toContain('sind nicht gezählt');
    expect(text()).toContain('Dieser Schritt ist zu Ende.');
    button('Schließen')?.click();
    expect(forgotten).toEqual(['q']);
  });

  it('are not told as not counted when all arrived', () => {
    mounted = mount(Unheard, { target, props: { part: part(mine()), activities: ['q'] } });
    flushSync();
    expect(text().trim()).toBe('');
  });
});
