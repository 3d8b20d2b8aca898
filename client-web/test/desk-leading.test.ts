import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadDeskTexts } from '../src/i18n/desk.svelte';
import { language } from '../src/i18n/index.svelte';
import { deskLater } from '../src/lib/desk-later';
import Session from '../src/pages/desk/Session.svelte';

interface Wire {
  onclose: (event: { code: number }) => void;
}

const words = { de: 'x', en: 'x' };
const session = {
  id: 's',
  code: 'K7M2XQ4T',
  title: 'Workshop',
  language: 'de',
  notice: '',
  openSmallGroup: false,
  phase: 'running',
  doorOpen: true,
  seats: 0,
  agenda: [],
  mail: { waiting: 0, queued: 0, sent: 0, failed: 0, held: 0 },
};

describe('the page of a workshop at the desk', () => {
  let phase: string;
  let wires: Wire[];
  let tickets: () => Response;
  let target: HTMLElement;
  let page: Record<string, unknown>;

  beforeEach(async () => {
    phase = 'running';
    wires = [];
    tickets = () => new Response('{"ticket":"t"}');
    localStorage.setItem('klartext:desk', 'true');
    vi.stubGlobal('fetch', async (path: string) => {
      if (path.endsWith('/ticket')) return tickets();
      if (path.endsWith('/me')) return new Response('{"name":"anna","administrator":false}');
      return new Response(JSON.stringify({ ...session, phase }));
    });
    vi.stubGlobal(
      'WebSocket',
      class {
        onclose = () => undefined;
        constructor() {
          wires.push(this as unknown as Wire);
        }
        send(): void {}
        close(): void {}
      },
    );
    await language.show('de');
    await loadDeskTexts();
    target = document.createElement('div');
    document.body.append(target);
  });
  afterEach(() => {
    void unmount(page);
    target.remove();
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it.each([
    [4502, 'Diesen Workshop gibt es nicht mehr.'],
    [4500, 'nicht erreichbar'],
    [1009, 'nicht erreichbar'],
  ])('says that it is over after %i', async (code, said) => {
    page = mount(Session, { target, props: { id: 's' } });
    await vi.waitFor(() => expect(wires).toHaveLength(1));
    wires[0]!.onclose({ code });
    flushSync();
    expect(target.textContent).toContain(said);
  });

  it('offers to try again when a part of it does not come', async () => {
    phase = 'draft';
    const part = vi.spyOn(deskLater, 'editor').mockRejectedValue(new Error('tunnel'));
    page = mount(Session, { target, props: { id: 's' } });
    await vi.waitFor(() => expect(target.textContent).toContain('konnte nicht geladen werden'));
    part.mockRestore();
    target.querySelector<HTMLButtonElement>('main button')?.click();
    await vi.waitFor(() => expect(target.textContent).toContain('In Vorbereitung'), 50_000);
  });

  it('says so when there are no more tickets for it', async () => {
    tickets = () =>
      new Response(JSON.stringify({ code: 'unknown_session', message: words, advice: words }), { status: 404 });
    page = mount(Session, { target, props: { id: 's' } });
    await vi.waitFor(() => expect(target.textContent).toContain('Diesen Workshop gibt es nicht mehr.'));
    expect(wires).toHaveLength(0);
  });
});
