import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../src/lib/api';

afterEach(() => vi.unstubAllGlobals());

function answering(status: number, body: string): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
}

const words = { de: 'x', en: 'x' };
const unavailable = { code: 'unavailable', message: words, advice: words };

describe('An answer', () => {
  it.each([502, 503, 504])('of a proxy without a server behind it, %i, is silence', async (status) => {
    answering(status, '<html><h1>nginx</h1></html>');
    expect(await ask('GET', '/api/v1/desk/me')).toEqual({ kind: 'silence' });
  });

  it('of a server that is not able to is a refusal', async () => {
    answering(503, JSON.stringify(unavailable));
    expect(await ask('GET', '/api/v1/desk/me')).toEqual({ kind: 'refusal', status: 503, error: unavailable });
  });

  it.each([
    ['a page', 200, '<html><h1>Please log in</h1></html>'],
    ['nothing where something belongs', 200, ''],
    ['a word', 200, '"ok"'],
    ['a page where nothing belongs', 201, '<html></html>'],
  ])('that is %s is silence: somebody else answered', async (_, status, body) => {
    answering(status, body);
    expect(await ask('GET', '/api/v1/desk/me')).toEqual({ kind: 'silence' });
  });

  it('is ok with a body, or without one where none belongs', async () => {
    answering(200, '{"name":"a"}');
    expect(await ask('GET', '/api/v1/desk/me')).toEqual({ kind: 'ok', body: { name: 'a' } });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
    expect(await ask('PUT', '/api/v1/desk/me', {})).toEqual({ kind: 'ok', body: undefined });
  });

  it('is never looked for elsewhere', async () => {
    const fetching = vi.fn((_path: string, _options: RequestInit) => Promise.resolve(new Response('{}')));
    vi.stubGlobal('fetch', fetching);
    await ask('GET', '/api/v1/desk/me');
    expect(fetching.mock.calls[0]?.[1].redirect).toBe('error');
  });

  it('that refuses without a reason is a refusal all the same', async () => {
    answering(413, '<html><h1>nginx</h1></html>');
    expect(await ask('PUT', '/api/v1/desk/me', {})).toMatchObject({
      kind: 'refusal',
      status: 413,
      error: { code: 'unreadable' },
    });
  });
});
