import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadClosingTexts } from '../src/i18n/closing';
import { loadSigningTexts } from '../src/i18n/signing';
import { forgetLeft, leftAfter } from '../src/lib/desk-left';
import type { OwnSignUp, SignedUp } from '../src/lib/own';
import type { Participation } from '../src/lib/participation.svelte';
import { Store } from '../src/lib/storage';
import SignUp from '../src/pages/participant/SignUp.svelte';
import Unheard from '../src/ui/Unheard.svelte';
import type { ActivityView } from '../src/wire/wire';
import { changing } from './props.svelte';
import { SharedStorage } from './support';

const items = ['Radweg', 'Bänke'].map((text, id) => ({ id, text }));
const activity = { id: 'go-on', kind: 'sign_up', title: 'Mitmachen', phase: 'open', items } as ActivityView;
const words = { de: 'Zu spät.', en: 'Too late.' };
const erika = { name: 'Erika', contact: '', items: [0] };
const own: OwnSignUp = {
  kind: 'signUp',
  activity: 'go-on',
  wanted: erika,
  stored: { items: [0] },
  counter: 1,
  receipt: 'received',
  todo: [],
};
const refused: OwnSignUp = {
  ...own,
  wanted: { ...erika, items: [1] },
  receipt: 'refused',
  refusal: { code: 'activity_not_open', message: words, advice: words },
};

describe('the form for names', () => {
  let target: HTMLElement;
  let mounted: Record<string, unknown> | undefined;
  let sent: SignedUp[];
  let forms: Map<string, SignedUp>;
  let props: { part: Participation; activity: ActivityView };

  function show(signUp: OwnSignUp | undefined, phase: ActivityView['phase'] = 'open') {
    const part = {
      activity: () => undefined,
      signUps: new Map(signUp ? [['go-on', signUp]] : []),
      forms,
      signUp: (_: string, wanted: SignedUp) => void sent.push(wanted),
    } as unknown as Participation;
    props = changing({ part, activity: { ...activity, phase } });
    mounted = mount(SignUp, { target, props });
    flushSync();
  }
  async function hide() {
    if (mounted) await unmount(mounted);
    mounted = undefined;
  }
  const button = (label: string) =>
    [...target.querySelectorAll('button')].find((each) => each.textContent?.trim() === label);
  function press(label: string) {
    button(label)?.click();
    flushSync();
  }

  beforeAll(async () => void (await Promise.all([loadSigningTexts(), loadClosingTexts()])));
  beforeEach(() => {
    target = document.body.appendChild(document.createElement('div'));
    sent = [];
    forms = new Map();
  });
  afterEach(async () => {
    await hide();
    target.remove();
  });

  it('lets the entry be taken back after a change was refused', () => {
    show(refused, 'closed');
    press('Eintrag zurücknehmen');
    expect(sent).toEqual([{ name: '', contact: '', items: [] }]);
  });

  it('lets the entry be taken back when the step ends while it is changed', () => {
    show(own);
    press('Eintrag ändern');
    props.activity = { ...activity, phase: 'closed' };
    flushSync();
    expect(target.querySelector('form')).toBeNull();
    press('Eintrag zurücknehmen');
    expect(sent).toHaveLength(1);
  });

  it('leaves the entry as it is when a change is cancelled', () => {
    show(own);
    press('Eintrag ändern');
    press('Abbrechen');
    expect(target.querySelector('form')).toBeNull();
    expect(target.textContent).toContain('Erika');
    expect(sent).toEqual([]);
    expect(forms.size).toBe(0);
  });

  it('keeps what was typed while another step is looked at, until it is sent', async () => {
    show(undefined);
    const name = target.querySelector<HTMLInputElement>('input[autocomplete="name"]')!;
    name.value = 'Bo';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    await hide();
    show(undefined);
    expect(target.querySelector<HTMLInputElement>('input[autocomplete="name"]')?.value).toBe('Bo');
  });

  it('says that the device has no name any more', () => {
    show({ ...own, wanted: { ...erika, name: '' } });
    expect(target.textContent).toContain('auf diesem Gerät nicht gespeichert');
  });

  it.each([
    [refused, 'steht nicht so in der Liste'],
    [{ ...refused, wanted: { name: '', contact: '', items: [] } }, 'Ihr Name steht weiter in der Liste'],
  ])('tells afterwards what the list says', (signUp, told) => {
    const part = {
      activity: () => activity,
      cards: [],
      ballots: new Map(),
      signUps: new Map([['go-on', signUp]]),
      upVotes: new Map(),
      drafts: new Store(new SharedStorage(), 'd:'),
    } as unknown as Participation;
    mounted = mount(Unheard, { target, props: { part, activities: ['go-on'] } });
    flushSync();
    expect(target.textContent).toContain(told);
  });
});

describe('what did not arrive from the desk', () => {
  it('stays until it was seen, and what arrived goes', () => {
    const behalf = Store.browser('klartext:behalf:s:');
    behalf.write('own:card:a', { kind: 'card', text: 'Arrived', receipt: 'received' });
    behalf.write('own:card:b', { kind: 'card', text: 'Waiting', receipt: 'waiting' });
    behalf.write('draft:ideas', 'Half a sen');
    const base = { what: 'Repair', who: 'Ada', due: '', status: 'planned' };
    Store.browser('klartext:measures:s:m:').write('x', { base, part: { who: 'Bo' }, made: false });
    const other = Store.browser('klartext:behalf:other:');
    other.write('draft:ideas', 'Elsewhere');
    const left = { cards: ['Waiting'], drafts: ['Half a sen'], measures: [{ what: 'Repair', who: 'Bo' }] };
    expect(leftAfter('s')).toEqual(left);
    expect(leftAfter('s')).toEqual(left);
    expect(behalf.keys()).toEqual(['own:card:b', 'draft:ideas']);
    forgetLeft('s');
    expect(leftAfter('s')).toEqual({ cards: [], drafts: [], measures: [] });
    expect(other.keys()).toEqual(['draft:ideas']);
  });
});
