import type { ActivityView, Ballot, FeedMessage, SessionView } from '../wire/wire';
import { ServerClock } from './clock';
import { Feed, type Connection, type FeedEnd } from './feed';
import { Letterbox, type Chosen } from './letterbox';
import type { OwnAddress, OwnBallot, OwnCard, OwnSignUp, OwnThing, OwnUpVotes, SignedUp } from './own';
import { later } from './later';
import type { Seat } from './seat';
import type { Store } from './storage';
import type { Told } from './reducer';

/** Whoever draws must not tell who writes: everybody draws, at a random moment within this time. */
const drawWithin = 20_000;
const drawAtOpening = 4_000;
const batchWithin = 100;

export interface ParticipationEvents {
  /** Cards of others have appeared in that step. */
  arrived(count: number, activity: string): void;
  settled(own: OwnThing): void;
  /** Another step is on the stage than before. */
  moved(activity: ActivityView | undefined, before: string | undefined): void;
  /** The seat was given up in another tab. */
  left(): void;
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Under which name the draft of a comment on that card is kept. */
export const draftOn = (card: string): string => `on:${card}`;

/** How many cards each seat may write in all up to now; undefined without a limit. */
const mostCards = ({ perPerson, brainwriting, turn = 1 }: ActivityView): number | undefined =>
  brainwriting?.perTurn === undefined ? perPerson : brainwriting.perTurn * turn;

const takesOne = (card: OwnCard) =>
  card.on === undefined && card.todo.some((each) => each.type === 'entry' && each.stamp === '');

/** One person's part in a session: what the feed tells, and what was written here. */
export class Participation {
  session = $state.raw<SessionView | undefined>(undefined);
  connection = $state<Connection>('connecting');
  end = $state<FeedEnd | undefined>(undefined);
  outdated = $state(false);
  cards = $state.raw<ReadonlyArray<OwnCard>>([]);
  ballots = $state.raw<ReadonlyMap<string, OwnBallot>>(new Map());
  address = $state.raw<OwnAddress | undefined>(undefined);
  signUps = $state.raw<ReadonlyMap<string, OwnSignUp>>(new Map());
  /** What this person supports, by activity. */
  upVotes = $state.raw<ReadonlyMap<string, OwnUpVotes>>(new Map());
  /** What is typed into a form for names, by activity: never on the device. */
  readonly forms = new Map<string, SignedUp>();
  readonly clock = new ServerClock();
  /** Texts that are being written: they survive a reload, and go with the seat. */
  readonly drafts: Store;
  /** What was chosen last for a card, by activity: they go with the seat. */
  readonly choices: Store;

  readonly #seat: Seat;
  readonly #events: ParticipationEvents;
  readonly #feed: Feed;
  readonly #letterbox: Letterbox;
  readonly #unwatch: () => void;
  /** Counts up when there are new stamps. */
  #draws = $state(0);
  #drawing: ReturnType<typeof setTimeout> | undefined;
  #drawingAt = Infinity;
  #stamping: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  /** What waits for stamps besides the letterbox. */
  readonly #awaiting = new Set<() => void>();
  #latest: Told | undefined;
  #applying: ReturnType<typeof setTimeout> | undefined;

  constructor(seat: Seat, session: string, events: ParticipationEvents) {
    this.#seat = seat;
    this.drafts = seat.drafts;
    this.choices = seat.store.part('choice:');
    this.#events = events;
    this.#feed = new Feed({
      hello: async () => ({ type: 'hello', session, audience: 'participant', seat: seat.secret() }),
      listener: {
        told: (told, message) => this.#told(told, message),
        connection: (state) => (this.connection = state),
        ended: (why) => (this.end = why),
        outdated: () => (this.outdated = true),
      },
    });
    this.#letterbox = new Letterbox({
      session,
      store: seat.store,
      stamps: {
        entry: (activity, comment) => this.#entryStamp(activity, comment),
        usedUp: (activity) => this.#usedUp(activity),
        putBack: (activity, stamp) => seat.purse.putBack(activity, stamp),
        round: (activity) => this.#roundStamp(activity),
        address: () => seat.purse.address(),
        signUp: (activity) => seat.purse.signUp(activity),
        upVotes: (activity) => seat.purse.upVotes(activity),
        draw: () => {
          if (this.session?.phase === 'closed') return false;
          this.#drawSoon(drawWithin);
          return true;
        },
      },
      silent: () => this.#feed.doubt(),
      changed: (own) => this.#changed(own),
    });
    this.#readOwn();
    // Another tab of the same seat wrote, voted, withdrew or gave it up.
    this.#unwatch = seat.store.watch(() => (seat.session() === undefined ? this.#events.left() : this.#readOwn()));
  }

  start(): void {
    this.#feed.start();
    this.#letterbox.start();
  }

  stop(): void {
    this.#stopped = true;
    this.#goOn();
    this.#feed.stop();
    this.#letterbox.stop();
    this.#unwatch();
    clearTimeout(this.#drawing);
    clearTimeout(this.#stamping);
    clearTimeout(this.#applying);
  }

  /** What everybody is looking at. */
  get stage(): ActivityView | undefined {
    const { session } = this;
    return session?.agenda.find((each) => each.id === session.stage);
  }

  activity(id: string | undefined): ActivityView | undefined {
    return this.session?.agenda.find((each) => each.id === id);
  }

  write(activity: string, text: string, chosen: Chosen = {}): void {
    this.#letterbox.write(activity, text, chosen);
  }

  /** How many cards this seat may still write; undefined without a limit. */
  cardsLeft(activity: ActivityView): number | undefined {
    const most = mostCards(activity);
    if (most === undefined) return undefined;
    void this.#draws;
    const { id } = activity;
    const { purse } = this.#seat;
    const taken = purse.cardsDrawn(id) - (purse.cardsLeft(id) ?? 0);
    // What has no stamp yet will take one.
    const coming = this.cards.filter((card) => card.activity === id && takesOne(card)).length;
    return Math.max(0, most - taken - coming);
  }

  edit(card: OwnCard, text: string): void {
    this.#letterbox.edit(card.id, text);
  }

  withdraw(card: OwnCard): void {
    this.#letterbox.withdraw(card.id);
  }

  forgetCard(card: OwnCard): void {
    this.#letterbox.forget(card.id);
  }

  cast(activity: string, ballot: Ballot): void {
    this.#letterbox.cast(activity, ballot);
  }

  /** That card of others or of one's own; or not any more. */
  support(activity: string, entry: string, on: boolean): void {
    this.#letterbox.support(activity, entry, on);
  }

  forgetRefusal(activity: string): void {
    this.#letterbox.forgetRefusal(activity);
  }

  /**
   * The sheet of brainwriting of this turn: to be asked for once in each turn, and kept. Comes some seconds later, since
   * whoever asks must not follow their own draw on its heels; nothing if the turn or the page goes before.
   */
  async askForSheet(activity: string, turn: number, had: ReadonlyArray<number>): Promise<string | undefined> {
    const { purse } = this.#seat;
    const session = this.#seat.session() ?? '';
    let taken = 0; // the drawing before which stamps are no good
    const over = () => {
      const now = this.activity(activity);
      return this.#stopped || now?.turn !== turn || now.phase !== 'open';
    };
    const stamp = async () => {
      const early = () => this.#stamping !== undefined || this.#draws < taken;
      while (!over() && (early() || purse.sheet(activity, turn) === undefined)) await this.#woken();
      return purse.sheet(activity, turn);
    };
    const strange = () => {
      taken = this.#draws + 1;
      this.#drawSoon(drawWithin);
    };
    const [{ askForSheet }] = await Promise.all([later.sheetAsking(), pause(Math.random() * drawAtOpening)]);
    return askForSheet({ session, activity, turn, had, stamp, strange, over });
  }

  /** By name; without themes it is taken back. */
  signUp(activity: string, wanted: SignedUp): void {
    this.#letterbox.signUp(activity, wanted);
  }

  leaveAddress(mail: string): void {
    this.#letterbox.leaveAddress(mail);
  }

  /** The session is closed; its feed may be gone already. */
  get over(): boolean {
    return this.session?.phase === 'closed' || (this.end === 'gone' && this.session?.phase !== 'draft');
  }

  /** After the end: takes off the device what has arrived, and all stamps but that of the address. */
  tidy(): void {
    this.#letterbox.tidy();
    this.#seat.purse.keepAddressOnly();
    this.choices.part('sheet:').clear();
    this.#readOwn();
  }

  /** The server does not know this seat any more: what has not arrived waits for the next one. */
  giveUpSeat(): void {
    this.stop();
    this.#letterbox.handOver();
    this.#seat.renew();
  }

  /** Whether this seat has a stamp for the round: late comers have none for a second one. */
  mayVote(activity: ActivityView): boolean {
    if (activity.secondRoundOf === undefined || activity.slot === undefined) return true;
    return this.#seat.purse.secondRound(activity.slot) !== undefined;
  }

  #entryStamp(activity: string, comment: boolean): string | undefined {
    const { purse } = this.#seat;
    const known = this.activity(activity);
    const limited = purse.cardsLeft(activity) ?? (known && mostCards(known));
    return limited === undefined || comment ? purse.takeEntry(activity) : purse.takeCard(activity);
  }

  /** Not where the stamps of a turn that has just begun are still to be drawn. */
  #usedUp(activity: string): boolean {
    const { purse } = this.#seat;
    const known = this.activity(activity);
    return purse.cardsLeft(activity) === 0 && purse.cardsDrawn(activity) >= ((known && mostCards(known)) ?? 0);
  }

  #roundStamp(id: string): string | undefined {
    const activity = this.activity(id);
    if (activity?.slot === undefined) return undefined;
    const { purse } = this.#seat;
    return activity.secondRoundOf === undefined ? purse.round(activity.slot) : purse.secondRound(activity.slot);
  }

  #told(told: Told, message: FeedMessage): void {
    if (message.type === 'snapshot') {
      this.clock.set(message.serverTime);
      this.#latest = told;
      this.#apply();
      if (this.#lacksStamps(told.session)) this.#drawSoon(drawAtOpening);
      this.#letterbox.start();
      return;
    }
    for (const each of message.changes) {
      if (each.change === 'entriesShown') {
        const own = new Set(this.cards.map((card) => card.id));
        const known = new Set(this.activity(each.activity)?.entries?.map((entry) => entry.id));
        const fresh = each.entries.filter((entry) => !own.has(entry.id) && !known.has(entry.id));
        if (fresh.length > 0) this.#events.arrived(fresh.length, each.activity);
      }
      if (each.change === 'activityOpened' || each.change === 'turnStarted') this.#drawSoon(drawAtOpening);
      if (each.change === 'stampsDue' || each.change === 'roundStampsDue') this.#drawSoon(drawWithin);
    }
    this.#latest = told;
    this.#applying ??= setTimeout(() => this.#apply(), batchWithin);
  }

  #apply(): void {
    clearTimeout(this.#applying);
    this.#applying = undefined;
    const before = this.session?.stage;
    this.session = this.#latest?.session;
    const closed = this.session?.agenda.filter((each) => each.phase === 'closed').map((each) => each.id) ?? [];
    if (this.#letterbox.fix(closed)) this.#readOwn();
    if (this.session && this.session.stage !== before) this.#events.moved(this.stage, before);
    if (this.session?.phase === 'running') this.#letterbox.start();
  }

  #lacksStamps(session: SessionView): boolean {
    if (session.phase === 'closed') return false;
    const { purse } = this.#seat;
    const lacksNameStamp = (each: ActivityView) =>
      each.kind === 'sign_up' && each.phase === 'open' && purse.signUp(each.id) === undefined;
    const lacks = (each: ActivityView) =>
      each.stampBatch !== undefined &&
      (purse.batch(each.id) < each.stampBatch ||
        purse.cardsDrawn(each.id) < (mostCards(each) ?? 0) ||
        (each.upVotes && purse.upVotes(each.id) === undefined) ||
        (each.brainwriting && purse.sheet(each.id, each.turn ?? 1) === undefined));
    return purse.rounds() < session.roundStamps || session.agenda.some((each) => lacks(each) || lacksNameStamp(each));
  }

  #drawSoon(within: number): void {
    const at = Date.now() + Math.random() * within;
    if (at >= this.#drawingAt) return;
    clearTimeout(this.#drawing);
    this.#drawingAt = at;
    this.#drawing = setTimeout(() => void this.#draw(), at - Date.now());
  }

  async #draw(): Promise<void> {
    this.#drawingAt = Infinity;
    if (await this.#seat.draw()) {
      this.#draws += 1;
      // What waits does not follow the draw on its heels.
      clearTimeout(this.#stamping);
      this.#stamping = setTimeout(() => this.#stamped(), Math.random() * drawAtOpening);
    } else if (this.session?.phase !== 'closed') this.#drawSoon(drawWithin);
  }

  #stamped(): void {
    this.#stamping = undefined;
    this.#letterbox.stamped();
    this.#goOn();
  }

  /** Stamps have come, some time ago: cards that waited for them leave at once, and had sheets are not to be theirs. */
  async #woken(): Promise<void> {
    await new Promise<void>((done) => this.#awaiting.add(done));
    if (!this.#stopped) await pause(Math.random() * drawAtOpening);
  }

  #goOn(): void {
    for (const each of this.#awaiting) each();
    this.#awaiting.clear();
  }

  #changed(own: OwnThing): void {
    this.#readOwn();
    if (own.receipt === 'received' || own.receipt === 'refused') this.#events.settled(own);
  }

  #readOwn(): void {
    const all = this.#letterbox.all();
    this.cards = all.filter((each) => each.kind === 'card').sort((one, other) => other.nth - one.nth);
    this.ballots = new Map(all.filter((each) => each.kind === 'ballot').map((each) => [each.activity, each]));
    this.address = all.find((each) => each.kind === 'address');
    this.upVotes = new Map(all.filter((each) => each.kind === 'upVotes').map((each) => [each.activity, each]));
    this.signUps = new Map(all.filter((each) => each.kind === 'signUp').map((each) => [each.activity, each]));
  }
}
