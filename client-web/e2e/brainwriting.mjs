// Sheets that go round: six people, three turns, two at each sheet; a reload, one who comes late, one who leaves, a server that is gone for a
// moment, and the minutes by sheets.
import { house } from './lib/house.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

const step = {
  kind: 'collect',
  id: 'blatt',
  title: 'Wie wird der Hof schöner?',
  prompt: '',
  release: 'covered',
  brainwriting: { perTurn: 2, turns: 3 },
};

/** Somebody with a sheet in hand, and all that they have had and written. */
class Writer {
  static async join({ server, enter }, session, name, options) {
    const it = new Writer();
    it.person = await enter(name, options);
    it.page = it.person.page;
    it.session = session;
    it.had = [];
    it.written = [];
    await it.person.join(server, session);
    return it;
  }

  async number() {
    const title = await this.page.locator('#sheet-title').innerText();
    return /^Blatt (\d+)/.exec(title)?.[1];
  }

  /** The sheet of this turn, which comes within seconds. */
  async takes(turn) {
    await this.page.getByText(`Durchgang ${turn} von 3`).first().waitFor();
    await until(async () => (await this.number()) !== undefined, `${this.person.name} has a sheet in turn ${turn}`);
    this.had.push(await this.number());
  }

  get sheet() {
    return this.had.at(-1);
  }

  async write(text) {
    await this.person.write(text);
    this.written.push({ text, sheet: this.sheet });
  }

  settled() {
    return this.person.settled(this.session.code);
  }

  shown() {
    return this.page.locator('.paper .card .text').allInnerTexts();
  }
}

/** One sheet at most is with one person alone; who has one again is the second there, or has had all. */
function dealt(writers) {
  const people = (sheet) => writers.filter((each) => each.sheet === sheet).length;
  const sheets = [...new Set(writers.map((each) => each.sheet))];
  const counts = sheets.map(people).sort().join();
  expect(sheets.filter((each) => people(each) === 1).length <= 1, `so many people have a sheet: ${counts}`);
  for (const { had, sheet, person } of writers)
    expect(had.indexOf(sheet) === had.length - 1 || people(sheet) > 1, `${person.name} has ${had}, alone`);
  return counts;
}

async function prepared(place, people) {
  const { server, enter } = place;
  const session = await (await Desk.login(server.url)).create({ title: 'Probe', language: 'de', agenda: [step] });
  await session.start();
  const facilitator = await enter('facilitator');
  await facilitator.login(server);
  await facilitator.page.goto(`${server.url}/desk/sessions/${session.id}`);
  const presenter = await enter('presenter');
  await presenter.page.goto(`${server.url}/${session.code}/present`);
  const writers = [];
  for (let at = 0; at < people; ++at)
    writers.push(await Writer.join(place, session, `participant ${at}`, at % 2 === 0 ? phone : {}));
  await facilitator.page.getByRole('button', { name: /Beginnen mit/ }).click();
  return { session, facilitator, presenter, writers };
}

/** What is on a sheet in the hands of its next writer: all of the turns before, and nothing of this one. */
async function reads(writer, all) {
  const wanted = all.flatMap((each) => each.written).filter((each) => each.sheet === writer.sheet);
  const told = wanted
    .map((each) => each.text)
    .sort()
    .join();
  await until(async () => (await writer.shown()).sort().join() === told, `${writer.person.name} reads ${told}`);
}

const three_turns = () =>
  house(async (place) => {
    const { session, facilitator, presenter, writers } = await prepared(place, 6);
    const passOn = () =>
      facilitator.page
        .getByRole('button', { name: /Weiterreichen/ })
        .first()
        .click();
    const everybody = [...writers];
    const [first] = writers;
    const wrong = [];

    for (const each of writers) await each.takes(1);
    expect(dealt(writers) === '2,2,2', 'two people at each of three sheets');
    for (const [at, each] of writers.entries()) for (const nth of [1, 2]) await each.write(`Idee ${at}.1.${nth}`);
    await first.person.sees('Alle 2 Karten für diesen Durchgang sind geschrieben.');
    for (const each of writers) await each.settled();
    for (const each of writers) expect((await each.shown()).length === 0, 'nobody sees what is written in this turn');
    await first.page.reload();
    await until(async () => (await first.number()) === first.sheet, 'the sheet is still there');
    await first.person.sees('Alle 2 Karten für diesen Durchgang sind geschrieben.');
    wrong.push(...(await inspect(first.page, 'the first turn')));
    wrong.push(...(await inspect(facilitator.page, 'the desk', { widths: [390, 1280] })));
    await presenter.sees('Durchgang 1 von 3');
    wrong.push(...(await inspect(presenter.page, 'the wall', { widths: [1280] })));

    // One leaves, another comes.
    await passOn();
    const left = writers.pop();
    await left.person.context.close();
    const late = await Writer.join(place, session, 'late comer', phone);
    for (const each of writers) await each.takes(2);
    await late.takes(2);
    await late.person.sees('Auf Ihrem Blatt haben andere schon geschrieben.');
    writers.push(late);
    everybody.push(late);
    dealt(writers);
    for (const each of writers) await reads(each, everybody);
    for (const [at, each] of writers.entries()) await each.write(`Idee ${at}.2`);
    for (const each of writers) await each.settled();
    wrong.push(...(await inspect(first.page, 'the second turn')));

    // The server is gone in the middle of a turn.
    await passOn();
    for (const each of writers) await each.takes(3);
    dealt(writers);
    for (const each of writers) await reads(each, everybody);
    await first.write('Idee 0.3.1');
    await first.settled();
    await place.server.kill();
    await first.write('Idee 0.3.2');
    await writers[1].page.waitForTimeout(1500);
    await place.server.run();
    for (const [at, each] of writers.entries()) if (at > 0) await each.write(`Idee ${at}.3`);
    for (const each of writers) await each.settled();
    for (const each of writers) expect((await each.number()) === each.sheet, `${each.person.name} still has the sheet`);
    await first.page.reload();
    await until(async () => (await first.number()) === first.sheet, 'also after a reload');

    // The end: all cards, by sheets.
    await facilitator.page
      .getByRole('button', { name: /Beenden/ })
      .first()
      .click();
    const all = everybody.flatMap((each) => each.written);
    await until(async () => (await first.page.locator('main .card').count()) >= all.length, 'all cards are shown');
    for (const { sheet } of all) await first.page.getByText(`Blatt ${sheet}`).first().waitFor();
    wrong.push(...(await inspect(first.page, 'all sheets')));
    await session.close();
    const { activities } = await session.minutes();
    const told = activities.find((each) => each.title === step.title);
    expect(told.brainwriting.turns === 3, 'three turns in the minutes');
    expect(told.entries.length === all.length, `${told.entries.length} of ${all.length} cards`);
    for (const { text, sheet } of all) {
      const found = told.entries.find((each) => each.text === text);
      expect(found?.section === sheet, `${text} on sheet ${sheet}, not ${found?.section}`);
    }
    const kept = JSON.stringify(told.entries);
    expect(!/turn|stamp|author|seat/i.test(kept), `a card says neither when nor by whom: ${kept.slice(0, 200)}`);
    nothing(wrong);
  });

await run({ three_turns });
