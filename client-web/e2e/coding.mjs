// Tags and suggestions: open coding at the desk with the keyboard, the code book, near-duplicates and themes, a vote on tags, and what
// phones, the wall and the minutes show of it.
import { house } from './lib/house.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

const written = [
  [
    'Mehr Radwege zum Bahnhof',
    'Sichere Radwege an der Hauptstraße',
    'Bänke im Park',
    'Fahrradständer am Rathaus',
    'Bäume gegen die Hitze',
  ],
  [
    'mehr Radwege zum Bahnhof!',
    'Breitere Radwege in der Altstadt',
    'Mehr Bänke im Park',
    'Trinkbrunnen auf dem Marktplatz',
    'Mehr Bäume am Marktplatz',
  ],
  [
    'Radwege nachts beleuchten',
    'Bänke mit Lehne für Ältere',
    'Bäume pflanzen an der Hauptstraße',
    'Bücherei auch am Samstag öffnen',
    'Öffnungszeiten der Bücherei am Abend',
  ],
];
const texts = written.flat();

/** A collecting step with the cards of three phones, and a vote on its tags. */
async function collected({ server, enter }, { close = true } = {}) {
  const desk = await Desk.login(server.url);
  const session = await desk.create({
    title: 'Unser Ort',
    language: 'de',
    openSmallGroup: true,
    agenda: [
      { kind: 'collect', id: 'ideen', title: 'Ideen', prompt: 'Was fehlt hier?', release: 'live' },
      {
        kind: 'vote',
        method: 'approval',
        id: 'wahl',
        title: 'Welche Schlagwörter zuerst?',
        prompt: '',
        items: { from: 'ideen', take: 'tags' },
      },
    ],
  });
  await session.start();
  await session.open('ideen');
  const people = [];
  for (const [at, cards] of written.entries()) {
    const person = await enter(`participant ${at}`, at === 0 ? phone : {});
    await person.join(server, session);
    for (const text of cards) await person.write(text);
    await person.settled(session.code);
    people.push(person);
  }
  if (close) await session.closeStep('ideen');
  return { session, people };
}

async function atTheBoard({ server, enter }, session, options) {
  const facilitator = await enter('facilitator', options);
  await facilitator.login(server);
  await facilitator.page.goto(`${server.url}/desk/sessions/${session.id}`);
  await facilitator.page.locator('label.chip', { hasText: 'Ordnen' }).click();
  await facilitator.page.getByRole('region', { name: 'Noch offen' }).locator('.card').nth(14).waitFor();
  return facilitator;
}

const cardOf = (page, text) => page.locator('.columns .card').filter({ has: page.getByText(text, { exact: true }) });
const has = (page, text, tags) =>
  until(async () => (await cardOf(page, text).innerText()).includes(tags), `"${text}" has ${tags}`);
const row = (page, name) => page.getByRole('button', { name: new RegExp(`^${name}, \\d+ Karten?$`) });
const counts = (page, name, n) =>
  row(page, name)
    .filter({ hasText: String(n) })
    .waitFor();
const inDialog = (page, name) => page.locator('dialog[open]').getByRole('button', { name, exact: true });

const coding_with_the_keyboard = () =>
  house(async (there) => {
    const { session, people } = await collected(there);
    const facilitator = await atTheBoard(there, session);
    const { page } = facilitator;
    const wrong = [];
    const field = page.getByRole('combobox', { name: /Schlagwort/ });
    const target = () => page.locator('.target').first().innerText();

    // A card, T, a word, Enter: the tag is there, and the next card is asked for.
    await page.locator('.columns .card').first().focus();
    const first = await page.locator('.columns .card .text').first().innerText();
    await page.keyboard.press('t');
    await field.waitFor();
    await until(() => field.evaluate((it) => it === document.activeElement), 'the field has the focus');
    expect((await target()) === first, 'and means the card');
    await page.keyboard.type('Verkehr');
    await page.keyboard.press('Enter');
    await until(async () => (await target()) !== first, 'the next card');
    await has(page, first, 'Verkehr');
    const second = await target();
    // What begins so is taken; a comma stays at the card.
    await page.keyboard.type('verkehr,Sicherheit');
    await page.keyboard.press('Enter');
    await has(page, second, 'Verkehr · Sicherheit');
    expect((await target()) !== second, 'Enter goes on');
    await counts(page, 'Verkehr', 2);
    wrong.push(...(await inspect(page, 'code book')));

    // Undo from the empty field, then back to the card.
    await page.keyboard.press('Control+z');
    await until(async () => !(await cardOf(page, second).innerText()).includes('Sicherheit'), 'the tag is off again');
    await page.keyboard.press('Escape');
    await until(() => page.evaluate(() => document.activeElement?.id.startsWith('card-')), 'the card has the focus');

    // Several at once, by the list.
    const several = texts.filter((each) => ![first, second].includes(each)).slice(0, 3);
    for (const text of several) await cardOf(page, text).getByRole('checkbox').check({ force: true });
    await field.fill('Sitzen');
    wrong.push(...(await inspect(page, 'choices', { widths: [390, 1280] })));
    await field.press('Enter');
    await counts(page, 'Sitzen', 3);
    for (const text of several) await has(page, text, 'Sitzen');

    // A meaning; merging, and taking it back; deleting, and taking it back.
    await page.getByRole('button', { name: 'Schlagwort ändern: Sitzen' }).click();
    await page.getByLabel('Bedeutung').fill('Alles, worauf man ausruht');
    wrong.push(...(await inspect(page, 'a tag', { widths: [390, 1280] })));
    await inDialog(page, 'Speichern').click();
    await facilitator.sees('Alles, worauf man ausruht');
    await page.getByRole('button', { name: 'Schlagwort ändern: Verkehr' }).click();
    await page.getByLabel('Zusammenlegen mit').selectOption({ label: 'Sitzen' });
    await inDialog(page, 'Zusammenlegen').click();
    await counts(page, 'Sitzen', 5);
    expect((await row(page, 'Verkehr').count()) === 0, 'one tag is left of the two');
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await counts(page, 'Verkehr', 2);
    await counts(page, 'Sitzen', 3);
    await page.getByRole('button', { name: 'Schlagwort ändern: Sitzen' }).click();
    await inDialog(page, 'Schlagwort löschen').click();
    await until(async () => (await row(page, 'Sitzen').count()) === 0, 'it is gone');
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await counts(page, 'Sitzen', 3);
    await facilitator.sees('Alles, worauf man ausruht');

    // The same name twice is said, and the page goes on.
    await page.getByRole('button', { name: 'Mit Bedeutung anlegen' }).click();
    await page.getByLabel('Schlagwort', { exact: true }).fill('Sitzen');
    await inDialog(page, 'Anlegen').click();
    await page.locator('dialog[open] [role=alert]').waitFor();
    await page.keyboard.press('Escape');

    // Who looks at what has no tag yet keeps a card in sight that gets one.
    const filter = page.getByLabel('Karten zeigen');
    const shown = () => page.locator('.columns .card').count();
    const tagless = texts.length - 5;
    await filter.selectOption({ label: `Ohne Schlagwort (${tagless})` });
    await until(async () => (await shown()) === tagless, 'cards without a tag');
    await page.locator('.columns .card').first().focus();
    await row(page, 'Verkehr').click();
    await facilitator.sees('1 Karte passt nicht mehr dazu.');
    expect((await shown()) === tagless, 'nothing moves');
    await page.getByRole('button', { name: 'Ausblenden' }).click();
    await until(async () => (await shown()) === tagless - 1, 'until it is asked for');
    await filter.selectOption({ label: 'Sitzen (3)' });
    await until(async () => (await shown()) === 3, 'cards with one tag');
    await page.getByRole('button', { name: 'Schlagwörter', exact: true }).click();
    await until(async () => (await shown()) === texts.length, 'no filter without its panel');

    // Phones, the wall, a vote on the tags, the minutes.
    const presenter = await there.enter('presenter');
    await presenter.page.goto(`${there.server.url}/${session.code}/present`);
    for (const person of [people[0], presenter]) await person.sees('Schlagwörter: Sitzen');
    wrong.push(...(await inspect(people[0].page, 'tags on a phone', { widths: [320, 390] })));
    await session.open('wahl');
    const [voter] = people;
    await voter.sees('Sie haben noch nicht abgestimmt.');
    for (const name of ['Verkehr', 'Sitzen']) await voter.sees(name);
    await voter.page.getByText('Sitzen').first().click();
    await voter.sees('Angekommen');
    await voter.settled(session.code);
    await session.closeStep('wahl');
    await session.close();
    const minutes = JSON.stringify(await session.minutes());
    for (const each of ['Verkehr', 'Sitzen', 'Alles, worauf man ausruht'])
      expect(minutes.includes(each), `${each} in the minutes`);
    nothing(wrong);
  });

const suggestions = () =>
  house(async (there) => {
    const { session } = await collected(there);
    const facilitator = await atTheBoard(there, session);
    const { page } = facilitator;
    const wrong = [];
    const panel = page.getByRole('region', { name: 'Vorschläge' });
    const inColumn = (name) => page.getByRole('region', { name }).locator('.card').count();
    await page.getByRole('button', { name: 'Vorschläge' }).click();
    await panel.getByText('Auf diesem Server').waitFor();
    const twins = panel.locator('li').filter({ hasText: 'Dieselben Wörter' }).first();
    await twins.getByText('mehr Radwege zum Bahnhof!').waitFor();
    await panel.getByRole('heading', { name: /^Themen/ }).waitFor();
    wrong.push(...(await inspect(page, 'suggestions')));
    expect((await inColumn('Noch offen')) === texts.length, 'nothing is applied by itself');

    // Together, taken back, and together again.
    await twins.getByLabel('Name der Gruppe').fill('Zum Bahnhof');
    await twins.getByRole('button', { name: 'In eine Gruppe legen' }).click();
    await until(async () => (await inColumn('Zum Bahnhof')) === 2, 'both lie in the cluster');
    await until(async () => (await twins.count()) === 0, 'which is no suggestion any more');
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await twins.waitFor();
    await twins.getByLabel('Name der Gruppe').fill('Zum Bahnhof');
    await twins.getByRole('button', { name: 'In eine Gruppe legen' }).click();
    await until(async () => (await twins.count()) === 0, 'it is gone again');

    // A theme becomes a tag, another one is ignored.
    const theme = (words) => panel.locator('li').filter({ has: page.locator('b', { hasText: words }) });
    const banks = theme(/B[aä]nk/i).first();
    await banks.getByText(/Alle \d+ Karten zeigen/).click();
    await banks.getByText('Bänke mit Lehne für Ältere').waitFor();
    await banks.getByLabel('Name').fill('Sitzen');
    await banks.getByRole('button', { name: 'Als Schlagwort vergeben' }).click();
    await has(page, 'Bänke mit Lehne für Ältere', 'Sitzen');
    await until(async () => (await banks.count()) === 0, 'the theme is dealt with');
    const trees = theme(/B[aä]um/i).first();
    await trees.getByRole('button', { name: 'Ignorieren' }).click();
    await until(async () => (await trees.count()) === 0, 'and that one is ignored');
    await until(
      () => page.evaluate(() => document.activeElement !== document.body),
      'the focus is not lost with a suggestion',
    );
    await panel.getByRole('button', { name: 'Wieder zeigen' }).click();
    await trees.waitFor();
    await trees.getByLabel('Name').fill('Bäume');
    await trees.getByRole('button', { name: 'Gruppe bilden' }).click();
    await until(async () => (await inColumn('Bäume')) >= 3, 'a cluster of the theme');

    // A server that does not answer, and one that does again.
    await page.route('**/suggestions', (route) => route.abort());
    await panel.getByRole('button', { name: 'Neu berechnen' }).click();
    await panel.getByRole('alert').waitFor();
    wrong.push(...(await inspect(page, 'no answer', { widths: [390] })));
    await page.unroute('**/suggestions');
    await panel.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await until(async () => (await panel.getAttribute('aria-busy')) === 'false', 'computed again');
    expect((await panel.getByRole('alert').count()) === 0, 'it works again');
    await panel.locator('li').first().waitFor();
    nothing(wrong);
  });

/** An open step on a phone: tagging goes on while cards come, and there are too few to compare at first. */
const on_a_phone = () =>
  house(async ({ server, enter }) => {
    const desk = await Desk.login(server.url);
    const agenda = [{ kind: 'collect', id: 'ideen', title: 'Ideen', prompt: '', release: 'live' }];
    const session = await desk.create({ title: 'Unterwegs', language: 'de', agenda });
    await session.start();
    await session.open('ideen');
    const participant = await enter('participant');
    await participant.join(server, session);
    await participant.write('Mehr Licht am Weg');
    await participant.settled(session.code);
    const facilitator = await enter('facilitator', phone);
    const { page } = facilitator;
    await facilitator.login(server);
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    await page.locator('label.chip', { hasText: 'Ordnen' }).click();
    await page.locator('.columns .card').first().waitFor();
    await page.getByRole('button', { name: 'Vorschläge' }).click();
    await facilitator.sees('Dafür sind es zu wenige Karten.');
    await page.getByRole('button', { name: 'Vorschläge' }).click();
    await page.getByRole('button', { name: 'Schlagwörter', exact: true }).click();
    await facilitator.sees('Noch keine Schlagwörter.');
    const wrong = await inspect(page, 'empty code book', { widths: [320, 390] });
    await page.getByRole('combobox', { name: /Schlagwort/ }).fill('Licht');
    await page.getByRole('option', { name: 'Neues Schlagwort „Licht“' }).click();
    await has(page, 'Mehr Licht am Weg', 'Licht');
    await participant.sees('Schlagwörter: Licht');
    await participant.write('Laternen am See');
    await cardOf(page, 'Laternen am See').waitFor();
    await page.getByRole('button', { name: 'Nächste Karte' }).click();
    await row(page, 'Licht').click();
    await has(page, 'Laternen am See', 'Licht');
    await row(page, 'Licht').click();
    await counts(page, 'Licht', 1);
    nothing([...wrong, ...(await inspect(page, 'code book on a phone', { widths: [320, 390] }))]);
  });

await run({ coding_with_the_keyboard, suggestions, on_a_phone });
