import { button } from '../lib/methods.mjs';
import { Person } from '../lib/room.mjs';
import { Desk } from '../lib/server.mjs';
import { facilitator } from './desk.mjs';

const kinds = [
  { id: 'idee', title: 'Idee', tone: 'yellow' },
  { id: 'bedenken', title: 'Bedenken', tone: 'red' },
  { id: 'frage', title: 'Frage', tone: 'blue' },
];
const themes = ['Radweg an der Grünstraße', 'Bänke am Markt', 'Bäume im Hof'];
const criteria = {
  criteria: ['Wirkung', 'Machbarkeit'].map((title) => ({ title, weight: 1, inverted: false })),
  lowest: 1,
  steps: 5,
  cannotJudge: false,
};
const canvas = (name, fields) => fields.map((title, at) => ({ id: `${name}-${at}`, title, canvas: name }));

const agenda = [
  { kind: 'collect', id: 'fragen', title: 'Fragen', prompt: '', release: 'live', beside: true, upVotes: true },
  {
    kind: 'collect',
    id: 'ideen',
    title: 'Was fehlt auf dem Rathausplatz?',
    prompt: 'Ein Gedanke pro Karte.',
    release: 'live',
    kinds,
    perPerson: 3,
  },
  {
    kind: 'collect',
    id: 'persona',
    title: 'Wer kommt auf den Platz?',
    prompt: '',
    release: 'live',
    layout: 'persona',
    sections: ['Frau Yıldız', 'Herr Brandt'].flatMap((name) =>
      canvas(name, ['Wer ist das?', 'Was ist ihr wichtig?', 'Was stört?', 'Was wünscht sie sich?']),
    ),
  },
  {
    kind: 'collect',
    id: 'blaetter',
    title: 'Ideen für den Platz',
    prompt: 'Schreiben Sie weiter, was auf dem Blatt steht.',
    release: 'covered',
    brainwriting: { perTurn: 3, turnMinutes: 5, turns: 6 },
  },
  {
    kind: 'vote',
    method: 'multi_criteria',
    id: 'wahl',
    title: 'Was lohnt sich?',
    prompt: '',
    items: themes,
    ...criteria,
  },
  {
    kind: 'measures',
    id: 'massnahmen',
    title: 'Was jetzt geschieht',
    prompt: '',
    items: { from: 'wahl', take: 'quadrant' },
  },
  { kind: 'sign_up', id: 'weiter', title: 'Wer macht weiter?', prompt: '', items: themes },
];

const questions = ['Wann wird gebaut?', 'Wer zahlt das?', 'Bleiben die Parkplätze?'];
const cards = [
  ['Idee', 'Bänke, von denen man den Platz sieht'],
  ['Idee', 'Ein Brunnen für heiße Tage'],
  ['Bedenken', 'Wohin mit dem Markt, solange gebaut wird?'],
  ['Frage', 'Dürfen Lieferwagen bleiben?'],
  ['Idee', 'Bäume statt Sonnenschirme'],
  ['Bedenken', 'Am Abend zu laut für die Nachbarn'],
];

const step = (page, title) => page.locator('.side ol button', { hasText: title });

async function settled(people, session) {
  for (const each of people) await each.settled(session.code);
}

async function collecting({ people, session, desk, presenter, camera }) {
  await session.open('ideen');
  for (const [at, [kind, text]] of cards.entries()) {
    const person = people[at];
    await person.page.locator('.composer label.chip', { hasText: kind }).click();
    await person.write(text);
  }
  await settled(people, session);
  await desk.page
    .locator('.centre .card')
    .nth(cards.length - 1)
    .waitFor();
  await camera.shoot(people[0], 'kinds');
  await camera.glance(desk, 'lead-kinds');
  await camera.project(presenter, 'present-kinds');
  await session.closeStep('ideen');

  await session.open('persona');
  const { page } = people[0];
  await page.getByRole('heading', { name: 'Frau Yıldız' }).first().waitFor();
  await camera.glance(people[0], 'canvas');
  await camera.project(presenter, 'present-canvas');
  await session.closeStep('persona');
}

/** Questions beside the stage, supported by everybody. */
async function asking({ people, session, desk, presenter, camera }) {
  for (const { page } of people) await page.locator('header nav button', { hasText: 'Fragen' }).click();
  for (const [at, text] of questions.entries()) await people[at].write(text);
  await settled(people, session);
  const card = ({ page }, text) => page.locator('.wall .card', { hasText: text });
  for (const [at, each] of people.entries())
    for (const text of questions.slice(0, 1 + (at % 3))) {
      await card(each, text)
        .getByRole('button', { name: /^Unterstützen/ })
        .click();
      await each.settled(session.code);
    }
  await card(people[0], questions[0])
    .getByText(/\d Stimmen/)
    .waitFor();
  await camera.shoot(people[0], 'questions');
  await step(desk.page, 'Fragen').click();
  await desk.page.locator('label.chip', { hasText: 'Nach Stimmen' }).click();
  await desk.page
    .getByRole('button', { name: /^Beantwortet/ })
    .last()
    .click();
  await camera.shoot(desk, 'lead-questions');
  await session.stage('fragen');
  await presenter.sees(questions[0]);
  await camera.project(presenter, 'present-questions');
}

/** The second turn, with what others wrote in the first. */
async function writingOn({ people, session, desk, presenter, camera }) {
  await session.open('blaetter');
  const sheet = ({ page }, turn) =>
    page.getByText(`Durchgang ${turn} von 6`).and(page.locator(':visible')).first().waitFor();
  const inHand = ({ page }) => page.locator('#sheet-title', { hasText: /Blatt \d/ }).waitFor();
  for (const each of people) await inHand(each);
  for (const [at, [, text]] of cards.entries()) await people[at].write(text);
  await settled(people, session);
  await session.ask('PUT', '/activities/blaetter/turn', { turn: 2 });
  for (const each of people) {
    await sheet(each, 2);
    await inHand(each);
    await each.page.locator('.paper li .text').first().waitFor();
  }
  await people[0].write('Und daneben ein Trinkbrunnen');
  await session.timer('blaetter', 240);
  await camera.shoot(people[0], 'brainwriting');
  await step(desk.page, 'Ideen für den Platz').click();
  await camera.shoot(desk, 'lead-brainwriting');
  await camera.project(presenter, 'present-brainwriting');
  await settled(people, session);
  await session.closeStep('blaetter');
  await people[0].sees('Und daneben ein Trinkbrunnen');
  await camera.glance(people[0], 'brainwriting-closed');
  await camera.project(presenter, 'present-brainwriting-closed');
}

async function handingOver({ people, session, desk, presenter, camera }) {
  await session.open('wahl');
  const marks = [
    [5, 4],
    [3, 2],
    [4, 5],
  ];
  for (const { page } of people)
    for (const [item, values] of marks.entries())
      for (const [at, title] of ['Wirkung', 'Machbarkeit'].entries())
        await page
          .getByRole('radiogroup', { name: `${themes[item]}: ${title}` })
          .getByRole('radio', { name: new RegExp(`^${values[at]}( |$)`) })
          .check({ force: true });
  await settled(people, session);
  await session.closeStep('wahl');
  const { page } = desk;
  await step(page, 'Was jetzt geschieht').click();
  await desk.sees('Jetzt wären das 2 Vorschläge');
  await camera.shoot(desk, 'hand-over');
  await session.open('massnahmen');
  await button(page, `Maßnahme zu „${themes[0]}“`).click();
  await page.keyboard.type('Trasse mit der Straßenmeisterei abstimmen');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Tiefbauamt');
  await page.getByLabel('Bis wann?').fill('2027-03-31');
  await page.getByLabel('Stand').selectOption('under_way');
  await desk.sees('Alles gespeichert');
  await people[0].sees('Trasse mit der Straßenmeisterei');
  await camera.shoot(desk, 'lead-measures');
  await camera.shoot(people[0], 'measures');
  await camera.project(presenter, 'present-measures');
  await session.closeStep('massnahmen');
}

async function signingUp({ people, session, desk, presenter, camera }) {
  await session.open('weiter');
  await people[0].sees('Wobei wollen Sie mitmachen?');
  await camera.shoot(people[0], 'sign-up');
  for (const [at, name] of ['Erika Muster', 'Jan Beispiel'].entries()) {
    const { page } = people[at];
    await page.getByLabel(themes[at]).check();
    await page.getByLabel('Ihr Name').fill(name);
    await button(page, 'Eintragen').click();
    await page.getByText('Angekommen').first().waitFor();
  }
  await camera.glance(people[0], 'signed-up');
  await camera.project(presenter, 'present-sign-up');
  await step(desk.page, 'Wer macht weiter?').click();
  await button(desk.page, 'Liste neu laden').click();
  await desk.sees('Erika Muster');
  await camera.shoot(desk, 'lead-sign-up');
}

/** Kinds of steps besides cards on a wall and votes: what each looks like on a phone, at the desk and on the wall. */
export async function steps({ server, site, browser, camera }) {
  const api = await Desk.login(server.url);
  const session = await api.create({ title: 'Rathausplatz', language: 'de', openSmallGroup: true, agenda });
  const desk = await facilitator(browser, site);
  await desk.page.goto(`${site.url}/desk/sessions/${session.id}`);
  await session.start();
  const presenter = await Person.enter(browser, 'presenter');
  await presenter.page.goto(`${site.url}/${session.code}/present`);
  const people = [];
  for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const person = await Person.enter(browser, name);
    await person.join(site, session);
    people.push(person);
  }
  const room = { people, session, desk, presenter, camera };
  await collecting(room);
  await asking(room);
  await writingOn(room);
  await handingOver(room);
  await signingUp(room);
}
