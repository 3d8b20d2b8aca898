import type { SheetEnvelope, SheetGiven } from '../wire/wire';
import { askWithoutIdentity, type Answer } from './api';
import { Backoff } from './backoff';

export interface SheetAsking {
  readonly session: string;
  readonly activity: string;
  readonly turn: number;
  /** Numbers of the sheets of other turns. */
  readonly had: ReadonlyArray<number>;
  /** Comes when there is one; nothing if none is to be had, as after the turn. */
  stamp(): Promise<string | undefined>;
  /** The stamp was not taken: others are to be drawn before `stamp` comes again. */
  strange(stamp: string): void;
  /** The turn is over, or the page is left. */
  over(): boolean;
  send?: (envelope: SheetEnvelope) => Promise<Answer<SheetGiven>>;
  pause?: (milliseconds: number) => Promise<void>;
}

const post = (envelope: SheetEnvelope) => askWithoutIdentity<SheetGiven>('POST', '/api/v1/letterbox', envelope);
const rest = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/**
 * The sheet of this turn. It is not queued: who asks after the turn has no use for it. Asked again after silence, with
 * the same stamp, which is given the same sheet. Nothing where there is none to be had any more.
 */
export async function askForSheet(asking: SheetAsking): Promise<string | undefined> {
  const { session, activity, turn, had, send = post, pause = rest } = asking;
  const backoff = new Backoff();
  let refused = false;
  for (;;) {
    const stamp = await asking.stamp();
    if (stamp === undefined || asking.over()) return undefined;
    const answer = await send({ type: 'sheet', session, activity, stamp, turn, had });
    if (answer.kind === 'ok' && typeof answer.body?.sheet === 'string') return answer.body.sheet;
    if (answer.kind === 'refusal' && answer.status < 500 && answer.status !== 429) {
      if (answer.error.code !== 'stamp_invalid' || refused) return undefined;
      refused = true;
      asking.strange(stamp);
    } else await pause(answer.kind === 'refusal' ? (answer.retryAfter ?? 1) * 1000 : backoff.next());
    if (asking.over()) return undefined;
  }
}
