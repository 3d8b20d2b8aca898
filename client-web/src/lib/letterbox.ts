import type { Ballot, Envelope, ErrorAnswer, Received } from '../wire/wire';
import { askWithoutIdentity, type Answer } from './api';
import { Backoff } from './backoff';
import { newId, newSecret } from './bytes';
import { editHash } from './edit-hash';
import { confirmed, keyOf, missing, refused, verdictOf, withoutName, withoutStamp, withStamp } from './own';
import type { OwnAddress, OwnBallot, OwnCard, OwnSaid, OwnSignUp, OwnThing, OwnUpVotes, SignedUp } from './own';
import type { Store } from './storage';

/** Which stamp an envelope takes; nothing: wait for the next batch. */
export interface Stamps {
  entry(activity: string, comment: boolean): string | undefined;
  /** Whether cards of this activity are limited, and this seat has written all of its own. */
  usedUp?(activity: string): boolean;
  /** An entry was not accepted: its stamp is still good. */
  putBack?(activity: string, stamp: string): void;
  round(activity: string): string | undefined;
  address(): string | undefined;
  signUp(activity: string): string | undefined;
  upVotes?(activity: string): string | undefined;
  /**
   * Stamps that the server does not take are to be drawn again: at a random moment, since who draws must not tell who
   * writes. `stamped()` tells when they are there. False if there are none to be had any more.
   */
  draw(): boolean;
}

export interface LetterboxOptions {
  session: string;
  store: Store;
  stamps: Stamps;
  changed: (own: OwnThing) => void;
  /** Nobody answered. */
  silent?: () => void;
  send?: (envelope: Envelope) => Promise<Answer<Received>>;
  backoff?: () => Backoff;
  pause?: (milliseconds: number) => Promise<void>;
}

type Saying =
  | Pick<OwnBallot, 'kind' | 'activity' | 'ballot'>
  | Pick<OwnSignUp, 'kind' | 'activity' | 'wanted'>
  | Pick<OwnUpVotes, 'kind' | 'activity' | 'entries'>;

/** What an entry is besides its text. */
export interface Chosen {
  readonly section?: string | undefined;
  readonly on?: string | undefined;
  readonly kind?: string | undefined;
}

const cardsUsedUp: ErrorAnswer = {
  code: 'cards_used_up',
  message: { de: 'Sie haben hier schon alle Ihre Karten geschrieben.', en: 'You have written all your cards here.' },
  advice: { de: 'Ändern Sie eine davon.', en: 'Change one of them.' },
};
const noneToChange = { de: 'Mehr sind hier nicht vorgesehen.', en: 'There are no more to write here.' };

const post = (envelope: Envelope) => askWithoutIdentity<Received>('POST', '/api/v1/letterbox', envelope);

/**
 * Everything that this browser drops into the letterbox. It is kept until the server has confirmed it, over reloads and
 * tunnels, and sent again unchanged until then. Each thing has one envelope under way at a time.
 */
export class Letterbox {
  readonly #options: LetterboxOptions;
  readonly #store: Store;
  readonly #busy = new Set<string>();
  readonly #hurry = new Set<() => void>();
  /** What had a strange stamp, and whether new ones are still awaited. */
  readonly #strange = new Map<string, 'awaited' | 'drawn'>();
  /** Names as they were settled last: for this page alone. */
  readonly #named = new Map<string, OwnSignUp>();
  /** What was signed when the session ended and had not arrived: it is not on the device any more. */
  readonly #ended = new Map<string, OwnThing>();
  #stopped = false;

  constructor(options: LetterboxOptions) {
    this.#options = options;
    this.#store = options.store.part('own:');
    globalThis.addEventListener('online', this.#wake);
    globalThis.addEventListener('visibilitychange', this.#wake);
  }

  /** Takes up what was left from before. */
  start(): void {
    for (const each of this.all()) this.#work(each);
  }

  stop(): void {
    this.#stopped = true;
    globalThis.removeEventListener('online', this.#wake);
    globalThis.removeEventListener('visibilitychange', this.#wake);
    this.#wake();
  }

  all(): OwnThing[] {
    const keys = new Set([...this.#store.keys(), ...this.#ended.keys()]);
    return [...keys].flatMap((key) => this.#own(key) ?? []);
  }

  write(activity: string, text: string, { section, on, kind }: Chosen = {}): OwnCard {
    const id = newId();
    const editSecret = newSecret();
    const place = { ...(section === undefined ? {} : { section }), ...(on === undefined ? {} : { on }) };
    const entry = { id, text, ...place, ...(kind === undefined ? {} : { kind }), editHash: editHash(editSecret) };
    const card: OwnCard = {
      kind: 'card',
      id,
      activity,
      ...place,
      ...(kind === undefined ? {} : { cardKind: kind }),
      editSecret,
      nth: this.#nth(),
      text,
      counter: 0,
      withdrawn: false,
      receipt: 'sending',
      todo: [{ type: 'entry', session: this.#options.session, activity, stamp: missing, entry }],
    };
    this.#keep(card);
    this.#work(card);
    return card;
  }

  edit(id: string, text: string): void {
    const card = this.#card(id);
    if (!card || card.withdrawn) return;
    this.#follow(card, { ...card, text }, { type: 'edit', ...this.#proof(card), text });
  }

  withdraw(id: string): void {
    const card = this.#card(id);
    if (!card || card.withdrawn) return;
    if (card.receipt === 'refused' && card.stored === undefined) return this.forget(id);
    this.#follow(card, { ...card, text: '', withdrawn: true }, { type: 'withdraw', ...this.#proof(card) });
  }

  /** Takes a refused card off the list. */
  forget(id: string): void {
    const card = this.#card(id);
    if (!card) return;
    this.#store.remove(`card:${id}`);
    this.#options.changed({ ...card, withdrawn: true, todo: [] });
  }

  /** These steps are closed: what had arrived of them can never be changed again. True if that is new of any card. */
  fix(activities: ReadonlyArray<string>): boolean {
    const ended = this.all().filter(
      (each) => each.kind === 'card' && each.stored !== undefined && !each.fixed && activities.includes(each.activity),
    );
    for (const each of ended) this.#store.write(keyOf(each), { ...each, fixed: true });
    return ended.length > 0;
  }

  cast(activity: string, ballot: Ballot): void {
    this.#say({ kind: 'ballot', activity, ballot }, { ballot });
  }

  signUp(activity: string, wanted: SignedUp): void {
    const { name, contact, items } = wanted;
    this.#say({ kind: 'signUp', activity, wanted }, { name, ...(contact === '' ? {} : { contact }), items });
  }

  /** Or not any more. The rest of what is supported there stays, whichever tab said it. */
  support(activity: string, entry: string, on: boolean): void {
    const before = this.#store.read<OwnUpVotes>(`upVotes:${activity}`)?.entries ?? [];
    const entries = [...before.filter((each) => each !== entry), ...(on ? [entry] : [])];
    this.#say({ kind: 'upVotes', activity, entries }, { entries });
  }

  /** Somebody has read why their last up-votes were refused: those before count. */
  forgetRefusal(activity: string): void {
    const own = this.#own(`upVotes:${activity}`);
    if (own?.receipt !== 'refused') return;
    const { refusal: _, ...rest } = own;
    this.#keep({ ...rest, receipt: 'received' });
  }

  /** In place of what was said before. */
  #say(what: Saying, content: object): void {
    const before = this.#store.read<OwnSaid>(keyOf(what as OwnSaid));
    const counter = (before?.counter ?? 0) + 1;
    const { kind: type, activity } = what;
    const envelope = {
      type,
      session: this.#options.session,
      activity,
      stamp: missing,
      counter,
      ...content,
    } as Envelope;
    const own = {
      ...what,
      ...(before?.stored === undefined ? {} : { stored: before.stored }),
      counter,
      receipt: 'sending',
      todo: this.#inPlaceOf(before, envelope),
    } as OwnSaid;
    this.#keep(own);
    this.#work(own);
  }

  /** What has not left yet is replaced; what is under way is followed. */
  #inPlaceOf(before: OwnThing | undefined, envelope: Envelope): Envelope[] {
    const under = before && this.#busy.has(keyOf(before)) ? before.todo.slice(0, 1) : [];
    return [...under, envelope];
  }

  leaveAddress(mail: string): void {
    const envelope: Envelope = { type: 'address', session: this.#options.session, stamp: missing, mail };
    const own: OwnAddress = { kind: 'address', mail, receipt: 'sending', todo: [envelope] };
    this.#keep(own);
    this.#work(own);
  }

  /**
   * After the end of the session: takes everything off the device that has arrived, and what was signed by name
   * whatever became of it; that is told as long as the page lives. The address stays, without the address itself.
   */
  tidy(): void {
    for (const each of this.all()) {
      const key = keyOf(each);
      if (each.kind === 'signUp' && each.receipt !== 'received') this.#ended.set(key, each);
      if (each.kind === 'signUp' || (each.kind !== 'address' && each.receipt === 'received')) this.#store.remove(key);
    }
  }

  /**
   * For another seat: cards that have not arrived stay, and are sent again unchanged, so that one whose receipt was lost
   * does not come twice. A ballot goes: the other seat has a stamp of its own for it.
   */
  handOver(): void {
    for (const each of this.all())
      if (each.kind !== 'card' || each.receipt === 'received') this.#store.remove(keyOf(each));
  }

  /** New stamps are there. */
  stamped(): void {
    for (const key of this.#strange.keys()) this.#strange.set(key, 'drawn');
    this.#wake();
    this.start();
  }

  #nth(): number {
    const nth = (this.#options.store.read<number>('nth') ?? 0) + 1;
    this.#options.store.write('nth', nth);
    return nth;
  }

  #proof(card: OwnCard) {
    const { id: entry, activity, editSecret } = card;
    return { session: this.#options.session, activity, entry, editSecret, counter: card.counter + 1 };
  }

  #follow(card: OwnCard, wanted: OwnCard, envelope: Envelope): void {
    // Only the entry itself and what is under way must arrive before; earlier edits need not.
    const busy = this.#busy.has(`card:${card.id}`);
    const before = card.todo.filter((each, at) => each.type === 'entry' || (busy && at === 0));
    const { refusal: _, ...rest } = wanted;
    const own: OwnCard = { ...rest, counter: card.counter + 1, receipt: 'sending', todo: [...before, envelope] };
    this.#keep(own);
    this.#work(own);
  }

  #card(id: string): OwnCard | undefined {
    return this.#store.read<OwnCard>(`card:${id}`);
  }

  #keep(own: OwnThing): void {
    const key = keyOf(own);
    if (own.kind === 'signUp') this.#named.set(key, own);
    if (this.#ended.has(key)) this.#ended.set(key, own);
    else this.#store.write(key, withoutName(own));
    this.#options.changed(own);
  }

  #own(key: string): OwnThing | undefined {
    const own = this.#ended.get(key) ?? this.#store.read<OwnThing>(key);
    const named = this.#named.get(key);
    // Another tab may have changed it since.
    if (own?.kind !== 'signUp' || own.todo.length > 0 || named?.counter !== own.counter) return own;
    return { ...own, wanted: named.wanted };
  }

  #work(own: OwnThing): void {
    const key = keyOf(own);
    if (own.todo.length === 0 || this.#busy.has(key) || this.#stopped) return;
    if (this.#strange.get(key) === 'awaited') return;
    this.#busy.add(key);
    void this.#empty(key).finally(() => this.#busy.delete(key));
  }

  async #empty(key: string): Promise<void> {
    const backoff = this.#options.backoff?.() ?? new Backoff();
    for (;;) {
      const own = this.#own(key);
      if (this.#stopped || !own || own.todo[0] === undefined) return;
      const envelope = this.#stamped(own.todo[0]);
      if (!envelope) {
        const first = own.todo[0];
        if (first.type === 'entry' && first.entry.on === undefined && this.#options.stamps.usedUp?.(first.activity))
          this.#refuse(key, first, { kind: 'refusal', status: 409, error: this.#usedUp(first.activity) });
        return; // else goes on when stamps come
      }
      if (envelope !== own.todo[0]) this.#keep({ ...own, todo: [envelope, ...own.todo.slice(1)] });
      const answer = await (this.#options.send ?? post)(envelope);
      const verdict = verdictOf(answer);
      if (verdict === 'again') {
        if (answer.kind === 'silence') this.#options.silent?.();
        this.#update(key, (now) => ({ ...now, receipt: 'waiting' }));
        await this.#rest(answer.kind === 'refusal' ? (answer.retryAfter ?? 1) * 1000 : backoff.next());
      } else if (verdict === 'received') {
        this.#strange.delete(key);
        this.#update(key, (now) => confirmed(now, envelope));
      } else if (verdict === 'otherStamp') {
        this.#update(key, (now) => withoutStamp(now, envelope));
      } else if (verdict === 'strangeStamp' && !this.#strange.has(key) && this.#options.stamps.draw()) {
        this.#strange.set(key, 'awaited');
        this.#update(key, (now) => ({ ...withoutStamp(now, envelope), receipt: 'waiting' }));
        return; // goes on when stamps come
      } else {
        this.#strange.delete(key);
        if (verdict === 'refused' && envelope.type === 'entry')
          this.#options.stamps.putBack?.(envelope.activity, envelope.stamp);
        this.#refuse(key, envelope, answer);
      }
    }
  }

  #usedUp(activity: string): ErrorAnswer {
    const changeable = this.all().some(
      (each) => each.kind === 'card' && each.activity === activity && each.stored !== undefined && !each.fixed,
    );
    return changeable ? cardsUsedUp : { ...cardsUsedUp, advice: noneToChange };
  }

  #refuse(key: string, envelope: Envelope, answer: Answer<Received>): void {
    this.#update(key, (now) => refused(now, envelope, answer));
  }

  #update(key: string, change: (own: OwnThing) => OwnThing): void {
    const own = this.#own(key);
    if (own) this.#keep(change(own));
  }

  /** With a stamp, where it takes one; nothing if none is there. */
  #stamped(envelope: Envelope): Envelope | undefined {
    const { stamps } = this.#options;
    if (!('stamp' in envelope) || envelope.stamp !== missing) return envelope;
    const found =
      envelope.type === 'entry'
        ? stamps.entry(envelope.activity, envelope.entry.on !== undefined)
        : envelope.type === 'ballot'
          ? stamps.round(envelope.activity)
          : envelope.type === 'signUp'
            ? stamps.signUp(envelope.activity)
            : envelope.type === 'upVotes'
              ? stamps.upVotes?.(envelope.activity)
              : stamps.address();
    return found === undefined ? undefined : withStamp(envelope, found);
  }

  readonly #wake = () => {
    for (const each of [...this.#hurry]) each();
  };

  async #rest(milliseconds: number): Promise<void> {
    if (this.#options.pause) return this.#options.pause(milliseconds);
    await new Promise<void>((done) => {
      const end = () => {
        clearTimeout(timer);
        this.#hurry.delete(end);
        done();
      };
      const timer = setTimeout(end, milliseconds);
      this.#hurry.add(end);
    });
  }
}
