// From the idea to the measure: what goes on from step to step by rule, the table of measures at the desk, and who sees it.
import { house } from './lib/house.mjs';
import { button } from './lib/methods.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk, LedSession } from './lib/server.mjs';

const groups = { Digitalisierung: [0, 1], Gebäude: [2, 3], Kantine: [4, 5] };
const cards = [
  'Scanner im zweiten Stock reparieren',
  'E-Akte schneller öffnen',
  'Licht in den Fluren dämpfen',
  'Heizung am Wochenende absenken',
  'Mehrweg statt Einweg',
  'Längere Mittagszeit',
];

/** The template, made at the desk; as an open small group, so that three people are enough. */
async function prepared({ server, enter }) {
  const facilitator = await enter('facilitator');
  const { page } = facilitator;
  await facilitator.login(server);
  await button(page, 'Neuer Workshop').first().click();
  await button(page, /^Von der Idee zur Maßnahme/).click();
  await facilitator.sees('In Vorbereitung: Teilnehmende');
  const code = (await page.locator('.share .code').innerText()).replaceAll(/\s/g, '');
  await page.getByText('Offene Kleingruppe').first().click();
  await page.locator('.saving.saved').waitFor();
  const session = new LedSession(await Desk.login(server.url), page.url().split('/').at(-1), code);
  return { facilitator, page, session };
}

/** What the centre of the desk says would be taken over now. */
const takenOver = async (page) =>
  (await page.locator('.centre ol .card .text').allInnerTexts()).map((each) => each.trim());
const step = (page, title) => page.locator('.side ol button', { hasText: title });

async function rate(page, item, ...values) {
  for (const [at, title] of ['Wirkung', 'Machbarkeit'].entries()) {
    await page
      .getByRole('radiogroup', { name: `${item}: ${title}` })
      .getByRole('radio', { name: new RegExp(`^${values[at]}( |$)`) })
      .check({ force: true });
  }
}

/** The whole chain, without typing anything twice. */
const chain = () =>
  house(async (here) => {
    const { server, enter } = here;
    const { facilitator, page, session } = await prepared(here);
    const wrong = [];
    const look = async (person, where, widths) => wrong.push(...(await inspect(person.page, where, { widths })));

    // Preparing: the rule stands there as a sentence, and can be changed.
    await page.locator('ol button.step', { hasText: 'Wirkung und Machbarkeit' }).click();
    await facilitator.sees(
      'Übernommen werden die ersten 8 aus „Schwerpunkte setzen“; wer sich den letzten Platz teilt',
    );
    await page.getByLabel('Wie viele').fill('2');
    await facilitator.sees('Übernommen werden die ersten 2 aus');
    await look(facilitator, 'a vote by rule', [320, 390, 1280]);
    await page.getByLabel('Welche davon').selectOption('above');
    await page.getByLabel('Mindestens so viele Punkte').fill('1');
    await facilitator.sees('was mindestens 1 Punkt hat');
    expect((await page.getByLabel('Welche davon').locator('option').count()) === 2, 'dots give two rules');
    await page.getByLabel('Welche davon').selectOption('top');
    await page.locator('ol button.step', { hasText: 'Maßnahmen vereinbaren' }).click();
    await facilitator.sees('nach „Wirkung“ und „Machbarkeit“ besser ist als die Mitte der Skala');
    await look(facilitator, 'measures by rule', [320, 390, 1280]);
    await page.locator('.saving.saved').waitFor();

    const people = [];
    for (const at of [0, 1, 2]) {
      const person = await enter(`participant ${at}`, at === 0 ? phone : {});
      await person.join(server, session);
      people.push(person);
    }
    const [first] = people;
    const presenter = await enter('presenter');
    await presenter.page.goto(`${server.url}/${session.code}/present`);
    await session.start();

    // Collecting and clustering.
    await session.open('ideen');
    for (const [at, text] of cards.entries()) await people[at % 3].write(text);
    for (const each of people) await each.settled(session.code);
    await session.closeStep('ideen');
    await page.locator('.centre').getByText('Ordnen', { exact: true }).click();
    await until(async () => (await page.locator('.columns .card').count()) === cards.length, 'all cards are there');
    const known = new Map();
    for (const card of await page.locator('.columns .card').all())
      known.set(await card.getAttribute('aria-label'), (await card.getAttribute('id')).slice('card-'.length));
    for (const [name, members] of Object.entries(groups)) {
      const entries = members.map((at) => [...known].find(([text]) => text.includes(cards[at]))[1]);
      await session.cluster('ideen', name, entries);
    }

    // What would go on is seen before; what cannot be yet, is said with the reason.
    await step(page, 'Schwerpunkte setzen').click();
    await facilitator.sees('Jetzt wären das 3 Vorschläge');
    expect((await takenOver(page)).sort().join() === Object.keys(groups).sort().join(), 'the clusters go on');
    await step(page, 'Wirkung und Machbarkeit').click();
    await facilitator.sees('Im Moment nicht möglich');
    await facilitator.sees('ist noch nicht beendet');
    await look(facilitator, 'not yet', [390, 1280]);

    await session.open('punkte');
    for (const [at, { page: own }] of people.entries()) {
      const put = (item) =>
        own.getByRole('group', { name: item }).getByRole('button', { name: 'Punkt setzen' }).click();
      await put('Gebäude');
      if (at < 2) await put('Digitalisierung');
    }
    for (const each of people) await each.settled(session.code);
    await session.closeStep('punkte');
    await step(page, 'Wirkung und Machbarkeit').click();
    await facilitator.sees('Jetzt wären das 2 Vorschläge');
    expect((await takenOver(page)).join() === 'Gebäude,Digitalisierung', `the best first: ${await takenOver(page)}`);

    await session.open('bewerten');
    for (const { page: own } of people) {
      await rate(own, 'Gebäude', 2, 5);
      await rate(own, 'Digitalisierung', 5, 4);
    }
    for (const each of people) await each.settled(session.code);
    await session.closeStep('bewerten');

    await step(page, 'Maßnahmen vereinbaren').click();
    await facilitator.sees('Jetzt wäre das 1 Vorschlag');
    expect((await takenOver(page)).join() === 'Digitalisierung', 'the upper right quadrant goes on');
    await session.open('massnahmen');
    for (const each of [first, presenter]) {
      await each.sees('Maßnahmen vereinbaren');
      await each.sees('Noch keine Maßnahme');
    }
    await facilitator.sees('Zu 1 Vorschlag fehlt noch eine Maßnahme.');
    await look(facilitator, 'no measures yet', [320, 390, 1280]);

    // Written at the desk, seen by everybody.
    await button(page, 'Maßnahme zu „Digitalisierung“').click();
    await page.keyboard.type('Scanner reparieren lassen');
    await page.keyboard.press('Tab');
    await page.keyboard.type('IT-Service');
    await page.getByLabel('Bis wann?').fill('2027-01-31');
    await page.getByLabel('Stand').selectOption('under_way');
    await facilitator.sees('Alles gespeichert');
    for (const each of [first, presenter]) {
      await each.sees('Scanner reparieren lassen');
      await each.sees('IT-Service');
      await each.sees('31. Januar 2027');
      await each.sees('in Arbeit');
    }
    await look(facilitator, 'a measure at the desk', [320, 390, 1280]);
    await look(first, 'a measure on a phone', [320, 390, 1280]);
    await look(presenter, 'a measure on the wall', [1280]);

    // Also after the step, until the workshop ends; and what nobody heard outlives a reload.
    await session.closeStep('massnahmen');
    await page.route('**/measures/**', (route) => route.abort());
    await button(page, 'Maßnahme').last().click();
    await page.keyboard.type('Ersatzgerät bestellen');
    await page.keyboard.press('Tab');
    await facilitator.sees('Nicht gespeichert: Der Server antwortet nicht.');
    await look(facilitator, 'a measure that is not saved', [320, 1280]);
    await page.unroute('**/measures/**');
    await page.reload();
    await facilitator.sees('Alles gespeichert');
    await first.sees('Ersatzgerät bestellen');
    expect((await first.page.getByText('Ersatzgerät bestellen').count()) === 1, 'it is there once');

    // Deleted, and back.
    await button(page, 'Löschen: Ersatzgerät bestellen').click();
    await until(async () => (await first.page.getByText('Ersatzgerät bestellen').count()) === 0, 'it is gone');
    await button(page, 'Rückgängig').click();
    await first.sees('Ersatzgerät bestellen');
    await facilitator.sees('Alles gespeichert');

    const minutes = JSON.stringify(await session.minutes());
    for (const text of ['Scanner reparieren lassen', 'IT-Service', '2027-01-31', 'Ersatzgerät bestellen'])
      expect(minutes.includes(text), `${text} in the minutes`);
    await session.close();
    const { cookie, url } = session.desk;
    const html = await fetch(`${url}/api/v1/desk/sessions/${session.id}/minutes/minutes.html`, {
      headers: { Cookie: cookie },
    });
    const paper = await html.text();
    for (const text of ['Scanner reparieren lassen', 'IT-Service', 'Ersatzgerät bestellen'])
      expect(paper.includes(text), `${text} in the page of the minutes`);
    nothing(wrong);
  });

/** From a result that is there: a step that goes on with it, and measures that follow from nothing. */
const onwards = () =>
  house(async ({ server, enter }) => {
    const vote = {
      kind: 'vote',
      method: 'single_choice',
      id: 'a',
      title: 'Wohin?',
      prompt: '',
      items: ['Harz', 'Rügen'],
    };
    const plan = { title: 'Ausflug', language: 'de', openSmallGroup: true, agenda: [vote] };
    const session = await (await Desk.login(server.url)).create(plan);
    await session.start();
    const facilitator = await enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(server);
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    const person = await enter('person', phone);
    await person.join(server, session);
    await session.open('a');
    await person.page.locator('label.card').first().click();
    await person.settled(session.code);
    await session.closeStep('a');

    const dialog = page.locator('dialog[open]');
    await button(page, 'Weiter damit').click();
    await dialog.getByText('Übernommen werden die ersten 8 aus „Wohin?“').waitFor();
    await dialog.getByText('Maßnahmen', { exact: true }).click();
    await dialog.getByLabel('Titel').fill('Wer bucht?');
    nothing(await inspect(page, 'going on', { widths: [390, 1280] }));
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await facilitator.sees('Jetzt wäre das 1 Vorschlag');
    expect((await takenOver(page)).join() === 'Harz', 'what nobody chose stays behind');

    // Measures that follow from nothing.
    const more = { kind: 'measures', id: 'm', title: 'Was noch?', prompt: '' };
    await session.ask('POST', '/activities', { activity: more });
    await session.open('m');
    await step(page, 'Was noch?').click();
    await person.sees('Noch ist nichts vereinbart.');
    await button(page, 'Maßnahme').last().click();
    await page.keyboard.type('Alle fragen');
    await person.sees('Alle fragen');
    await person.sees('geplant');
  });

await run({ chain, onwards });
