// Tunnels, closed lids, second tabs, lost answers, a server that dies: nothing that was sent is lost, nothing doubled, the seat is the same.
import { inspect, launch, Person, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk, Server } from './lib/server.mjs';

const step = { kind: 'collect', id: 'ideen', title: 'Ideen sammeln', prompt: 'Was fehlt?', release: 'waves' };
const items = ['Montag', 'Mittwoch', 'Freitag'];
const choice = { kind: 'vote', method: 'single_choice', id: 'termin', title: 'Wann?', prompt: '', items };

/** A running session with an open step, and the browser for it. */
async function room(agenda, play) {
  const server = await Server.start();
  const browser = await launch();
  const people = [];
  try {
    const session = await (await Desk.login(server.url)).create({ title: 'Probe', language: 'de', agenda });
    await session.start();
    await session.open(agenda[0].id);
    const enter = async (name, options) => {
      const person = await Person.enter(browser, name, options);
      await person.join(server, session);
      // The parts that come later are there as well: what happens next may be that the server is gone.
      await person.page.waitForLoadState('networkidle');
      people.push(person);
      return person;
    };
    await play({ server, session, enter });
    nothing(people.flatMap((each) => each.complaints));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Every text of the step as the minutes have it, closed for that. */
async function written(session) {
  await session.close();
  const { activities } = await session.minutes();
  return activities.find((each) => each.id === 'ideen');
}

function textsOf(step) {
  const texts = [];
  JSON.stringify(step, (key, value) => {
    if (key === 'text') texts.push(value);
    return value;
  });
  return texts.sort();
}

function expectTexts(step, wanted) {
  const found = textsOf(step);
  expect(
    JSON.stringify(found) === JSON.stringify([...wanted].sort()),
    `${JSON.stringify(wanted)} once each, not ${JSON.stringify(found)}`,
  );
}

const tunnel = () =>
  room([step], async ({ session, enter }) => {
    const person = await enter('traveller', phone);
    await person.write('Vor dem Tunnel');
    await person.settled(session.code);
    await person.context.setOffline(true);
    await person.write('Im Tunnel');
    await person.write('Noch im Tunnel');
    await person.sees('Keine Verbindung. Ihre Eingaben bleiben gespeichert');
    await person.page.getByText('Meine Karten').click();
    expect((await person.page.getByText('Wartet auf Verbindung').count()) === 2, 'two cards wait');
    nothing(await inspect(person.page, 'offline', { widths: [320, 390] }));
    await person.page.locator('#entry').fill('Noch nicht abgesandt');
    await person.context.setOffline(false);
    await person.page.reload();
    await person.settled(session.code);
    expect((await person.page.locator('#entry').inputValue()) === 'Noch nicht abgesandt', 'the draft is kept');
    expectTexts(await written(session), ['Vor dem Tunnel', 'Im Tunnel', 'Noch im Tunnel']);
    expect((await session.minutes()).participants === 1, 'one seat');
  });

const lost_answers = () =>
  room([step], async ({ session, enter }) => {
    const person = await enter('unlucky');
    let swallowed = 0;
    await person.page.route('**/api/v1/letterbox', async (route) => {
      const reaches = await route.fetch();
      if (++swallowed > 3) return route.fulfill({ response: reaches });
      return route.abort('connectionreset');
    });
    await person.write('Erste');
    await person.write('Zweite');
    await person.settled(session.code);
    expect(swallowed >= 5, `answers were swallowed (${swallowed} letters)`);
    expectTexts(await written(session), ['Erste', 'Zweite']);
  });

const second_tab = () =>
  room([step, choice], async ({ session, enter }) => {
    const person = await enter('two tabs');
    const other = await person.tab();
    await other.goto(person.page.url());
    await other.locator('#entry').waitFor();
    await Promise.all([person.write('Aus dem ersten'), person.write('Aus dem zweiten', other)]);
    await person.settled(session.code);
    await other.getByText('Aus dem ersten').first().waitFor();
    await session.open('termin');
    await other.getByLabel('Mittwoch').check();
    await person.settled(session.code);
    await until(() => person.page.getByLabel('Mittwoch').isChecked(), 'the other tab shows the ballot');
    nothing(await inspect(person.page, 'single choice'));
    await person.page.getByLabel('Freitag').check();
    await person.settled(session.code);
    await until(() => other.getByLabel('Freitag').isChecked(), 'and the changed one');
    expectTexts(await written(session), ['Aus dem ersten', 'Aus dem zweiten']);
    // Forgotten in one, it is forgotten in the other.
    await person.page.getByRole('button', { name: 'Auf diesem Gerät vergessen' }).click();
    await other.getByText('Dieser Workshop ist beendet.').waitFor();
    const minutes = await session.minutes();
    expect(minutes.participants === 1, 'one seat');
    expect(minutes.activities.at(-1).ballots === 1, 'one ballot');
  });

const dead_server = () =>
  room([step], async ({ server, session, enter }) => {
    const one = await enter('one');
    const two = await enter('two', phone);
    await one.write('Vorher');
    await one.settled(session.code);
    await server.kill();
    await one.write('Während er fort ist');
    await two.write('Auch währenddessen');
    await one.sees('Keine Verbindung.');
    await server.run();
    await one.settled(session.code);
    await two.settled(session.code);
    await until(async () => (await one.page.getByText('Keine Verbindung.').count()) === 0, 'the bar is gone');
    await two.write('Nachher');
    await two.settled(session.code);
    const texts = ['Vorher', 'Während er fort ist', 'Auch währenddessen', 'Nachher'];
    expectTexts(await written(session), texts);
    expect((await session.minutes()).participants === 2, 'two seats');
    await two.sees('Danke!');
  });

const waiting_waves = () =>
  room([step], async ({ session, enter }) => {
    const person = await enter('alone');
    await person.write('Eine');
    await person.write('Zwei');
    await person.settled(session.code);
    expect((await person.page.locator('.wall .card').count()) === 0, 'nothing is shown yet');
    expectTexts(await written(session), ['Eine', 'Zwei']);
    await person.sees('Danke!');
  });

const too_late = () =>
  room([step], async ({ session, enter }) => {
    const person = await enter('late');
    await person.page.locator('#entry').waitFor();
    await person.context.setOffline(true);
    await person.write('Zu spät geschrieben');
    await session.closeStep('ideen');
    await person.context.setOffline(false);
    await until(async () => (await person.kept(session.code))[0]?.receipt === 'refused', 'it is refused');
    await person.sees('Das kam nicht an');
    await session.open('ideen');
    await person.page.getByRole('button', { name: 'In das Feld zurückholen' }).waitFor();
    nothing(await inspect(person.page, 'refused'));
    await person.page.getByRole('button', { name: 'In das Feld zurückholen' }).click();
    expect((await person.page.locator('#entry').inputValue()) === 'Zu spät geschrieben', 'the text is given back');
    await person.page.getByRole('button', { name: 'Karte absenden' }).click();
    await person.settled(session.code);
    await person.context.setOffline(true);
    await person.write('Nach dem Ende');
    expectTexts(await written(session), ['Zu spät geschrieben']);
    await person.context.setOffline(false);
    await person.sees('Das kam nicht an');
    await person.sees('Nach dem Ende');
  });

const late_ballot = () =>
  room([choice], async ({ session, enter }) => {
    const person = await enter('late voter');
    await person.page.getByLabel('Montag').waitFor();
    await person.context.setOffline(true);
    await person.page.getByLabel('Montag').check();
    await session.closeStep('termin');
    await person.context.setOffline(false);
    await person.sees('Ihre Stimme zu „Wann?“ ist nicht gezählt.');
    nothing(await inspect(person.page, 'late ballot', { widths: [390] }));
  });

const other_steps = () =>
  room([step, choice], async ({ session, enter }) => {
    const person = await enter('wanderer');
    await person.page.locator('#entry').waitFor();
    await person.page.locator('#entry').fill('Mitten im Satz');
    await session.open('termin');
    await person.sees('Es geht weiter: Wann?');
    await person.page.getByRole('button', { name: 'Dorthin' }).click();
    await person.page.getByLabel('Montag').waitFor();
    await person.page.getByRole('navigation').getByRole('button', { name: 'Ideen sammeln' }).click();
    expect((await person.page.locator('#entry').inputValue()) === 'Mitten im Satz', 'the draft waits');
    // The chosen step ends: the sentence stays in sight until this person goes on.
    await session.closeStep('ideen');
    await person.sees('Noch nicht abgesandt, als der Schritt endete.');
    await person.sees('Es geht weiter: Wann?');
    await person.page.getByRole('button', { name: 'Dorthin' }).click();
    await person.page.getByLabel('Montag').waitFor();
    await session.stage('ideen');
    await person.sees('Noch nicht abgesandt, als der Schritt endete.');
    await person.page.getByRole('navigation').getByRole('button', { name: 'Wann?' }).click();
    await person.page.getByLabel('Montag').waitFor();
  });

/** As after a backup was brought back that does not know who came in since. */
const unknown_seat = () =>
  room([step], async ({ session, enter }) => {
    const person = await enter('stranger');
    const { page, context } = person;
    await page.locator('#entry').waitFor();
    await context.route('**/api/v1/letterbox', (route) => route.abort());
    await person.write('Nicht angekommen');
    await page.locator('#entry').fill('Mitten im Satz');
    await page.evaluate((code) => {
      const key = `klartext:${code}:seat`;
      const seat = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(
        key,
        JSON.stringify({ ...seat, secret: seat.secret.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')) }),
      );
    }, session.code);
    await page.reload();
    await person.sees('Der Server kennt Ihren Platz nicht mehr.');
    await context.unroute('**/api/v1/letterbox');
    await page.getByRole('button', { name: 'Teilnehmen' }).click();
    await page.locator('#entry').waitFor();
    const text = await page.locator('#entry').inputValue();
    expect(text === 'Mitten im Satz', `the draft is still in the field, not "${text}"`);
    await page.locator('#entry').press('Enter');
    await person.settled(session.code);
    expectTexts(await written(session), ['Nicht angekommen', text]);
  });

const never_started = async () => {
  const server = await Server.start();
  const browser = await launch();
  try {
    const desk = await Desk.login(server.url);
    const session = await desk.create({ title: 'Probe', language: 'de', agenda: [step] });
    const person = await Person.enter(browser, 'early');
    await person.join(server, session);
    await desk.ask('DELETE', `/sessions/${session.id}`);
    await person.sees('Diesen Workshop gibt es nicht mehr.');
    nothing(person.complaints);
  } finally {
    await browser.close();
    await server.stop();
  }
};

await run({
  tunnel,
  lost_answers,
  second_tab,
  dead_server,
  waiting_waves,
  too_late,
  late_ballot,
  other_steps,
  unknown_seat,
  never_started,
});
