// Steps of which the kick-off has none: covered cards, live release, a second round, a vote of too few, an open small group; and how a wall and a result
// can be read in forced colours, on paper and at 400 %.
import { house } from './lib/house.mjs';
import { castOnAll, items, methods } from './lib/methods.mjs';
import { belowTheEdge, enlarged, enlargedPage, inForcedColours, onPaper } from './lib/reading.mjs';
import { inspect, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';
import { ideas } from './lib/workshop.mjs';

const collect = { kind: 'collect', id: 'ideen', title: 'Ideen', prompt: 'Ein Gedanke pro Karte.' };
const vote = {
  kind: 'vote',
  method: 'single_choice',
  id: 'termin',
  title: 'Wann?',
  prompt: '',
  items: ['Montag, 9 Uhr', 'Mittwoch, 14 Uhr'],
};

/** A workshop under way, its desk over the API, and so many participants. */
async function begun({ server, enter }, plan, people) {
  const session = await (await Desk.login(server.url)).create({ title: 'Probe', language: 'de', ...plan });
  await session.start();
  const room = [];
  for (let at = 0; at < people; ++at) room.push(await joined({ server, enter }, session, `participant ${at}`));
  return { session, room };
}

async function joined({ server, enter }, session, name, options) {
  const person = await enter(name, options);
  await person.join(server, session);
  return person;
}

const cardsOf = (person) => person.page.locator('.wall .card').count();

async function inEveryReading(place, session, person, where) {
  const wrong = [...(await inForcedColours(person, where)), ...(await onPaper(person, where))];
  const close = await joined(place, session, `${where} at 400 %`, enlarged);
  await close.page.locator('main :is(#entry, summary)').first().waitFor();
  wrong.push(...(await enlargedPage(close, where)));
  await close.context.close();
  return wrong;
}

const covered_cards = () =>
  house(async (place) => {
    const agenda = [{ ...collect, sections: [{ id: 'haus', title: 'Haus' }], release: 'covered' }];
    const { session, room } = await begun(place, { agenda }, 2);
    const [first, second] = room;
    await session.open('ideen');
    for (let at = 0; at < 6; ++at) await room[at % 2].write(`Verdeckt ${at}`);
    for (const each of room) await each.settled(session.code);
    await second.sees('Die Karten liegen verdeckt an der Wand');
    await second.sees(/Mindestens 5 Karten warten noch|Mindestens 6 Karten warten noch/);
    expect((await cardsOf(second)) === 0, 'nothing is seen of covered cards');
    const wrong = await inspect(first.page, 'covered');

    const facilitator = await place.enter('facilitator');
    await facilitator.login(place.server);
    await facilitator.page.goto(`${place.server.url}/desk/sessions/${session.id}`);
    await facilitator.page.getByRole('button', { name: 'Karten aufdecken' }).click();
    wrong.push(...(await inspect(facilitator.page, 'uncover?', { widths: [390, 1280] })));
    await facilitator.page.locator('dialog[open]').getByRole('button', { name: 'Karten aufdecken' }).click();
    await until(async () => (await cardsOf(second)) >= 5, 'the cards are uncovered');
    expect((await first.page.getByText('liegen verdeckt').count()) === 0, 'and nothing says that they are covered');
    wrong.push(...(await inspect(first.page, 'uncovered')));
    wrong.push(...(await inEveryReading(place, session, first, 'wall')));
    nothing(wrong);
  });

const live_release = () =>
  house(async (place) => {
    const { session, room } = await begun(place, { agenda: [{ ...collect, release: 'live' }] }, 2);
    const [first, second] = room;
    await session.open('ideen');
    await second.sees('Karten erscheinen hier sofort.');
    await first.write('Gleich zu sehen');
    await until(async () => (await cardsOf(second)) === 1, 'one card, at once');
    const wrong = await inspect(second.page, 'live');
    const facilitator = await place.enter('facilitator');
    await facilitator.login(place.server);
    await facilitator.page.goto(`${place.server.url}/desk/sessions/${session.id}`);
    await facilitator.sees('Gleich zu sehen');
    expect((await facilitator.page.getByText(/wartet noch|warten noch/).count()) === 0, 'nothing is said to wait');
    nothing(wrong);
  });

const choose = (person, at) => person.page.locator('label.card').nth(at).click();

const second_round = () =>
  house(async (place) => {
    const again = { ...vote, id: 'nochmal', title: 'Wann? Zweite Runde', items: { from: 'termin', take: 'items' } };
    const { session, room } = await begun(place, { agenda: [vote, again] }, 5);
    await session.open('termin');
    for (const [at, each] of room.entries()) await choose(each, at % 2);
    for (const each of room) await each.settled(session.code);
    await session.closeStep('termin');
    await room[0].sees('5 Stimmen.');

    const late = await joined(place, session, 'late');
    await session.open('nochmal');
    await late.sees('Diese zweite Runde ist für alle, die bei der ersten dabei waren.');
    expect((await late.page.locator('label.card').count()) === 0, 'who came later has nothing to choose');
    await room[0].page.locator('label.card').first().waitFor();
    const wrong = [
      ...(await inspect(late.page, 'second round, too late')),
      ...(await inspect(room[0].page, 'second round')),
    ];
    for (const each of room) await choose(each, 0);
    for (const each of room) await each.settled(session.code);
    await session.closeStep('nochmal');
    for (const each of [room[0], late]) {
      await each.sees('5 Stimmen.');
      await each.page.getByText('Als Tabelle anzeigen').click();
      // Three votes before, five now.
      await each.page.getByRole('cell', { name: '+2' }).waitFor();
    }
    wrong.push(...(await inspect(late.page, 'second round: result')));
    wrong.push(...(await inEveryReading(place, session, late, 'result')));
    nothing(wrong);
  });

const too_few_ballots = () =>
  house(async (place) => {
    const { session, room } = await begun(place, { agenda: [vote] }, 2);
    const facilitator = await place.enter('facilitator');
    await facilitator.login(place.server);
    await session.open('termin');
    await choose(room[0], 1);
    await room[0].settled(session.code);
    await session.closeStep('termin');
    await room[0].sees('Ergebnis zurückgehalten');
    const { page } = facilitator;
    await page.goto(`${place.server.url}/desk/sessions/${session.id}`);
    // Whoever comes now has no say in a second round; in a new vote everybody has.
    await page.getByRole('button', { name: 'Erneut abstimmen lassen' }).click();
    expect((await page.getByRole('button', { name: 'Zweite Runde' }).count()) === 0, 'no second round of so few');
    await page.locator('dialog[open]').getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: /^Weiter zu/ }).click();
    const late = await joined(place, session, 'late');
    await late.page.locator('label.card', { hasText: vote.items[0] }).waitFor();
    await choose(late, 0);
    await late.settled(session.code);
    nothing(await inspect(page, 'a new vote', { widths: [390, 1280] }));
  });

const open_small_group = () =>
  house(async (place) => {
    const { session, room } = await begun(place, { agenda: [vote], openSmallGroup: true }, 1);
    const [only] = room;
    await session.open('termin');
    await only.sees('Offene Kleingruppe: Ergebnisse erscheinen schon ab einer Stimme.');
    const wrong = await inspect(only.page, 'open small group: vote');
    await choose(only, 1);
    await only.settled(session.code);
    await session.closeStep('termin');
    await only.sees('1 Stimme.');
    await only.sees('Offene Kleingruppe: In einer so kleinen Gruppe lassen sich Stimmen erraten.');
    expect((await only.page.getByText('zurückgehalten').count()) === 0, 'nothing is withheld');
    wrong.push(...(await inspect(only.page, 'open small group: result')));
    nothing(wrong);
  });

const projected_wall = () =>
  house(async (place) => {
    const sections = ['Haus', 'Amt', 'Stadt'].map((title) => ({ id: title.toLowerCase(), title }));
    const prompt = 'Was sollten wir in den nächsten zwei Jahren anpacken? Schreiben Sie **einen Gedanken pro Karte**.';
    const { session, room } = await begun(place, { agenda: [{ ...collect, prompt, sections }] }, 1);
    const [writer] = room;
    const presenter = await place.enter('presenter');
    await presenter.page.goto(`${place.server.url}/${session.code}/present`);
    await session.open('ideen');
    for (const [at, text] of ideas.entries()) {
      await writer.page
        .locator('.chip', { hasText: sections[at % 3].title })
        .first()
        .click();
      await writer.write(text);
    }
    await writer.settled(session.code);
    const cut = () =>
      presenter.page.evaluate(() => {
        const edge = document.querySelector('main .region').getBoundingClientRect().top;
        const boxes = [...document.querySelectorAll('main li.card')].map((each) => each.getBoundingClientRect());
        return boxes.filter((each) => each.top < edge - 2 && each.bottom > edge + 2).length;
      });
    await until(async () => (await presenter.page.locator('main li.card').count()) >= 15, 'three waves');
    const screens = [
      [1280, 800],
      [1920, 1080],
      [1024, 768],
    ];
    for (const height of [740, 760, 780, 800]) {
      await presenter.page.setViewportSize({ width: 1280, height });
      await until(async () => (await cut()) === 0, `no card of the growing wall is cut at ${height}`, 3000);
    }
    await session.closeStep('ideen');
    const wrong = [];
    for (const [width, height] of screens) {
      await presenter.page.setViewportSize({ width, height });
      await presenter.page.locator('main .oval').nth(2).waitFor();
      // The type settles first.
      await presenter.page.waitForTimeout(500);
      wrong.push(...(await belowTheEdge(presenter, `wall at ${width}`)));
      const shown = await presenter.page.locator('main li.card').count();
      const more = await presenter.page.locator('main .more').allInnerTexts();
      const rest = more.reduce((sum, each) => sum + Number(/\d+/.exec(each)[0]), 0);
      expect(shown >= 3 && shown + rest === ideas.length, `${shown} cards and ${rest} more at ${width}`);
    }
    wrong.push(...(await inspect(presenter.page, 'projected wall', { widths: [1280] })));
    nothing(wrong);
  });

/** The smallest type of what is drawn, in pixels. */
const smallest = (place) =>
  place.evaluate((region) => {
    const drawn = [...region.querySelectorAll('*:not(.unseen, svg *)')].filter(
      (each) =>
        !each.closest('.unseen') && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
    );
    return Math.min(...drawn.map((each) => parseFloat(getComputedStyle(each).fontSize)));
  });

/** Nobody scrolls at a projector: six items are all there, of more those that fit and the number of the rest. */
const projected_results = () =>
  house(async ({ server, enter }) => {
    const six = [...items, 'Trinkwasser in der Fußgängerzone und am Bahnhof', 'Mehr Bäume', 'Ein Café im Amtsgericht'];
    const many = [...six, ...Array.from({ length: 14 }, (_, at) => `Noch ein Vorschlag, Nummer ${at + 1}`)];
    const prompt = 'Denken Sie an die **nächsten zwei Jahre** und an alle, die hier leben.';
    const vote = (name, id, asked) => {
      const { method = name, rules = {} } = methods[name];
      const title = 'Was sollen wir zuerst angehen?';
      const none = method === 'consensing' ? { passive: '' } : {};
      return { kind: 'vote', method, id, title, prompt, items: asked, ...rules, ...none };
    };
    const agenda = Object.keys(methods).flatMap((name) => [vote(name, name, six)]);
    agenda.push(vote('rating', 'many', many));
    const plan = { title: 'Probe', language: 'de', openSmallGroup: true, agenda };
    const session = await (await Desk.login(server.url)).create(plan);
    await session.start();
    const room = [await enter('first'), await enter('second')];
    for (const each of room) await each.join(server, session);
    const presenter = await enter('presenter');
    const { page } = presenter;
    await page.goto(`${server.url}/${session.code}/present`);
    const wrong = [];
    for (const { id } of agenda) {
      await session.open(id);
      for (const [at, each] of room.entries()) {
        await each.sees('Sie haben noch nicht abgestimmt.');
        await castOnAll(each.page, id === 'many' ? 'rating' : id, at);
        await each.sees('Angekommen');
        await each.settled(session.code);
      }
      await session.closeStep(id);
      const result = page.getByRole('region', { name: 'Ergebnis' });
      for (const [width, height] of [
        [1280, 800],
        [1920, 1080],
      ]) {
        await page.setViewportSize({ width, height });
        await result.getByText(/^2 (Stimmen|Punkte)|^\d+ Punkte von/).waitFor();
        await result
          .getByText(id === 'many' ? /weitere auf Ihren Geräten/ : six[5])
          .first()
          .waitFor();
        wrong.push(...(await belowTheEdge(presenter, `${id} at ${width}`)));
        const small = await smallest(result);
        expect(small >= 1.1 * 16 * Math.max(1, width / 1400), `${id} at ${width}: type of ${small} px`);
        if (id === 'many') continue;
        for (const text of six) expect((await result.getByText(text).count()) > 0, `${id} at ${width} shows ${text}`);
      }
    }
    nothing(wrong);
  });

await run({
  covered_cards,
  live_release,
  second_round,
  too_few_ballots,
  open_small_group,
  projected_wall,
  projected_results,
});
