// Questions that people support: nothing is shown below five, then all numbers at once; taken back, published, answered, and in the minutes
// with the most supported first.
import { house } from './lib/house.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

const list = { kind: 'collect', id: 'fragen', title: 'Ihre Fragen', prompt: '', release: 'live', upVotes: true };
const questions = ['Wann öffnet die Werkstatt?', 'Wer pflegt die Beete?', 'Bleibt der Spielplatz?'];
const [when, who, stays] = questions;

/** A workshop under way with its desk, its wall and so many people, of whom the first has asked all questions. */
async function begun({ server, enter }, plan, people) {
  const session = await (await Desk.login(server.url)).create({ title: 'Probe', language: 'de', ...plan });
  await session.start();
  const facilitator = await enter('facilitator');
  await facilitator.login(server);
  await facilitator.page.goto(`${server.url}/desk/sessions/${session.id}`);
  await facilitator.page.locator('#shown-title').waitFor();
  const presenter = await enter('presenter');
  await presenter.page.goto(`${server.url}/${session.code}/present`);
  const room = [];
  for (let at = 0; at < people; ++at) {
    const person = await enter(`participant ${at}`, at % 2 === 0 ? phone : {});
    await person.join(server, session);
    room.push(person);
  }
  await session.open('fragen');
  for (const each of questions) await room[0].write(each);
  await room[0].settled(session.code);
  for (const each of room) await card(each, stays).waitFor();
  for (const each of [presenter, facilitator]) await each.sees(stays);
  return { session, room, presenter, facilitator };
}

const card = (person, text) => person.page.locator(':is(.wall, .groups) .card', { hasText: text }).first();
const supporting = (person, text) => card(person, text).getByRole('button', { name: /^Unterstützen/ });
const onTheWall = (presenter, text) => presenter.page.locator('main li', { hasText: text });

async function press(person, session, ...texts) {
  for (const each of texts) await supporting(person, each).click();
  await person.settled(session.code);
}

/** Too few that changed, too soon. */
const refused = (facilitator) =>
  facilitator.page.getByRole('alert').filter({ hasText: 'vor weniger als 2 Minuten' }).first().waitFor();

/** Writes down every set of numbers that the page has shown. */
const watch = (person) =>
  person.page.evaluate(() => {
    const shown = () =>
      [...document.querySelectorAll('.wall .card, main ol > li')]
        .flatMap((each) => /(\d+) Stimmen?\b/.exec(each.textContent)?.[1] ?? [])
        .sort()
        .join(' ');
    globalThis.sets = new Set([shown()]);
    const look = () => globalThis.sets.add(shown());
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
const sets = (person) => person.page.evaluate(() => [...globalThis.sets]);
const numbers = (person, text, wanted) => card(person, text).getByText(wanted, { exact: true }).first().waitFor();

const six_people = () =>
  house(async (place) => {
    const { session, room, presenter, facilitator } = await begun(place, { agenda: [list] }, 6);
    const [first, second, third, fourth, fifth, sixth] = room;
    const all = [...room, presenter];
    for (const each of all) await watch(each);

    // Four are not enough, whoever asks.
    await first.sees('Zahlen erscheinen gesammelt, wenn genug Personen etwas unterstützen');
    for (const each of [first, second, third, fourth]) await press(each, session, when);
    await press(second, session, who);
    await facilitator.page.getByRole('button', { name: 'Stimmen jetzt zeigen' }).click();
    await facilitator.page
      .getByRole('alert')
      .filter({ hasText: /5|fünf/ })
      .first()
      .waitFor();
    const wrong = await inspect(first.page, 'supported');
    await place.enter('late').then(async (late) => {
      await late.join(place.server, session);
      await late.sees(when);
      expect((await late.page.getByText(/\d Stimme/).count()) === 0, 'who comes now sees no number either');
      await late.context.close();
    });
    for (const each of all) expect((await sets(each)).join('/') === '', `${each.name} has seen ${await sets(each)}`);
    await first.page.reload();
    await card(first, when)
      .getByRole('button', { name: /^Unterstützen/, pressed: true })
      .waitFor();
    await watch(first);

    // The fifth, and all numbers are there at once.
    await press(fifth, session, stays);
    for (const each of room) {
      await numbers(each, when, '4 Stimmen');
      await numbers(each, who, '1 Stimme');
      await numbers(each, stays, '1 Stimme');
    }
    await onTheWall(presenter, when).getByText('4 Stimmen').waitFor();
    for (const each of all) expect((await sets(each)).join('/') === '/1 1 4', `${each.name} saw ${await sets(each)}`);
    wrong.push(...(await inspect(first.page, 'counted')));
    wrong.push(...(await inspect(presenter.page, 'counted, on the wall', { widths: [1280] })));
    const order = () => presenter.page.locator('main ol > li .text').allInnerTexts();
    expect((await order())[0] === when, `the most supported first: ${await order()}`);

    // Taken back: the number stays until others change as well.
    await press(first, session, when, stays);
    await facilitator.page.getByRole('button', { name: 'Stimmen jetzt zeigen' }).click();
    await refused(facilitator);
    await numbers(sixth, when, '4 Stimmen');
    for (const each of [second, third, fourth]) await press(each, session, stays);
    await numbers(sixth, when, '4 Stimmen');
    await press(sixth, session, stays);
    for (const each of room) {
      await numbers(each, stays, '6 Stimmen');
      await numbers(each, when, '3 Stimmen');
    }
    for (const each of all) {
      const seen = (await sets(each)).at(-1);
      expect(seen === '1 3 6' && (await sets(each)).length === 3, `${each.name} saw ${await sets(each)}`);
    }
    await until(async () => (await order())[0] === stays, 'the order on the wall follows');

    // Answered, at the desk.
    const { page } = facilitator;
    await page.locator('label.chip', { hasText: 'Nach Stimmen' }).click();
    const answer = page.getByRole('button', { name: new RegExp(`^Beantwortet.*${who.slice(0, 10)}`) });
    await answer.click();
    for (const each of room) await numbers(each, who, 'beantwortet');
    await onTheWall(presenter, who).getByText('beantwortet').waitFor();
    wrong.push(...(await inspect(page, 'by votes, at the desk', { widths: [390, 1280] })));
    await answer.click();
    await until(async () => (await card(first, who).getByText('beantwortet').count()) === 0, 'open again');
    await answer.click();
    await numbers(first, who, 'beantwortet');

    // What was said last counts at the end.
    await press(third, session, who);
    await session.closeStep('fragen');
    await numbers(sixth, who, '2 Stimmen');
    expect((await supporting(sixth, who).count()) === 0, 'nobody supports a closed list');
    await session.close();
    await inTheMinutes(session);
    nothing(wrong);
  });

async function inTheMinutes(session) {
  const { activities } = await session.minutes();
  const step = activities.find((each) => each.title === list.title);
  const told = Object.fromEntries(step.entries.map((each) => [each.text, each]));
  const votes = questions.map((each) => told[each].upVotes).join();
  expect(votes === '3,2,6' && step.upVotes.voters === 6, `3, 2 and 6 of six people, not ${votes}`);
  expect(told[who].answered === true && !told[when].answered, 'one is answered');
  const { cookie, url } = session.desk;
  const address = `${url}/api/v1/desk/sessions/${session.id}/minutes/minutes.html`;
  const page = await (await fetch(address, { headers: { Cookie: cookie } })).text();
  const places = [stays, when, who].map((each) => page.indexOf(each));
  expect(places[0] > 0 && places[0] < places[1] && places[1] < places[2], `sorted in the minutes: ${places}`);
}

/** Beside any activity, in an open small group: there the facilitator publishes from one on. */
const small_group = () =>
  house(async (place) => {
    const start = { kind: 'present', id: 'start', title: 'Willkommen', prompt: 'Guten Tag.' };
    const session = await (
      await Desk.login(place.server.url)
    ).create({
      title: 'Probe',
      language: 'de',
      openSmallGroup: true,
      agenda: [start, { ...list, beside: true }],
    });
    await session.start();
    const person = await place.enter('participant', phone);
    await person.join(place.server, session);
    const facilitator = await place.enter('facilitator');
    await facilitator.login(place.server);
    await facilitator.page.goto(`${place.server.url}/desk/sessions/${session.id}`);
    await session.open('start');
    await person.sees('Guten Tag.');
    await person.page.locator('header nav button', { hasText: list.title }).click();
    for (const each of questions) await person.write(each);
    await press(person, session, who);
    await person.sees('Ergebnisse erscheinen schon ab einer Stimme');
    expect((await person.page.getByText('wenn genug Personen').count()) === 0, 'no promise in a small group');
    expect((await person.page.getByText('1 Stimme', { exact: true }).count()) === 0, 'nothing without being asked');
    await facilitator.page.locator('.side ol button', { hasText: list.title }).click();
    await facilitator.page.getByRole('button', { name: 'Stimmen jetzt zeigen' }).click();
    // The first two minutes count like those after a count: the moment would tell.
    await refused(facilitator);
    const wrong = await inspect(person.page, 'questions beside a step');
    // Closing tells, whenever it is; who was there goes back to the stage.
    await session.closeStep('fragen');
    await facilitator.page.getByText('1 Stimme', { exact: true }).first().waitFor();
    await person.sees('Guten Tag.');
    await session.close();
    const step = (await session.minutes()).activities.find((each) => each.title === list.title);
    const { upVotes } = step.entries.find((each) => each.text === who);
    expect(upVotes === 1 && step.upVotes.voters === 1, 'one vote in the minutes');
    nothing(wrong);
  });

await run({ six_people, small_group });
