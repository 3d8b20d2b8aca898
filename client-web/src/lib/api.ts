import type { ErrorAnswer, Sentences } from '../wire/wire';

/** What a request came to. `refusal` is what the server says; `silence` means that the server did not answer. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly body: T }
  | { readonly kind: 'refusal'; readonly status: number; readonly error: ErrorAnswer; readonly retryAfter?: number }
  | { readonly kind: 'silence' };

const unreadable: ErrorAnswer = {
  code: 'unreadable',
  message: {
    de: 'Der Server hat etwas Unverständliches geantwortet.',
    en: 'The server answered something unreadable.',
  },
  advice: { de: 'Laden Sie die Seite neu.', en: 'Reload the page.' },
};

export const nobodyAnswered: ErrorAnswer = {
  code: 'nobody_answered',
  message: { de: 'Der Server antwortet nicht.', en: 'The server does not answer.' },
  advice: {
    de: 'Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    en: 'Check the connection and try again.',
  },
};

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const patience = 30_000;

/** What a proxy says in the server's stead (a login, a block page) is no answer of the server. */
function isAnswer(status: number, text: string, parsed: unknown): boolean {
  if (text === '') return status === 201 || status === 204;
  return typeof parsed === 'object' && parsed !== null;
}

async function request<T>(method: Method, path: string, body: unknown, more: RequestInit): Promise<Answer<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      cache: 'no-store',
      // The server redirects no request; somebody in between may.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
      ...more,
    });
    text = await response.text();
  } catch {
    return { kind: 'silence' };
  }
  let parsed: unknown;
  try {
    parsed = text === '' ? undefined : JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  if (response.ok)
    return isAnswer(response.status, text, parsed) ? { kind: 'ok', body: parsed as T } : { kind: 'silence' };
  const said = (parsed as ErrorAnswer | undefined)?.code ? (parsed as ErrorAnswer) : undefined;
  // A proxy that speaks for a server which does not answer it.
  if (!said && response.status >= 502 && response.status <= 504) return { kind: 'silence' };
  const error = said ?? unreadable;
  const wait = Number(response.headers.get('Retry-After'));
  return { kind: 'refusal', status: response.status, error, ...(wait > 0 ? { retryAfter: wait } : {}) };
}

/** With the facilitator's cookie where there is one. */
export function ask<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  return request<T>(method, path, body, { credentials: 'same-origin' });
}

/** Without any identity: for participants. */
export function askWithoutIdentity<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  return request<T>(method, path, body, { credentials: 'omit' });
}

/** Whether asking again without changing anything is of no use. */
export function isFinal(answer: Answer<unknown>): boolean {
  return answer.kind === 'refusal' && answer.status < 500 && answer.status !== 429;
}

/** What to tell a person; nothing if all is well. */
export function problemOf(answer: Answer<unknown>): ErrorAnswer | undefined {
  if (answer.kind === 'ok') return undefined;
  return answer.kind === 'silence' ? nobodyAnswered : answer.error;
}

export function sentence(sentences: Sentences, locale: string): string {
  return locale === 'de' ? sentences.de : sentences.en;
}
