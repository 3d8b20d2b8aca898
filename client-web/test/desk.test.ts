import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idle } from './support';

const words = { de: 'x', en: 'x' };

describe('whoever logs in again', () => {
  let sent: string[];
  let me: string;
  let loggedIn: boolean;
  let left: string[];
  let page: typeof import('../src/lib/desk.svelte');

  beforeEach(async () => {
    sent = [];
    left = [];
    me = 'anna';
    loggedIn = true;
    vi.resetModules();
    localStorage.clear();
    vi.spyOn(location, 'assign').mockImplementation((to) => void left.push(String(to)));
    vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
      if (path === '/api/v1/desk/login') {
        loggedIn = true;
        return new Response(null, { status: 204 });
      }
      if (!loggedIn) {
        return new Response(JSON.stringify({ code: 'not_logged_in', message: words, advice: words }), { status: 401 });
      }
      if (path === '/api/v1/desk/me') return new Response(JSON.stringify({ name: me, administrator: false }));
      sent.push(`${method} ${path}`);
      return new Response(null, { status: 204 });
    });
    page = await import('../src/lib/desk.svelte');
    await page.access.login('anna', 'x');
    loggedIn = false;
    void page.desk('DELETE', 'sessions/1');
    await vi.waitFor(() => expect(page.access.wanted).toBe(true));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('goes on with what waited', async () => {
    await page.access.login('anna', 'x');
    await vi.waitFor(() => expect(sent).toEqual(['DELETE /api/v1/desk/sessions/1']));
    expect(left).toEqual([]);
  });

  it('as somebody else sends nothing of what waited', async () => {
    me = 'berta';
    await page.access.login('berta', 'x');
    await idle();
    await new Promise((done) => setTimeout(done, 20));
    expect(sent).toEqual([]);
    expect(left).toEqual(['/desk']);
    expect(page.access.me?.name).toBe('anna');
  });
});
