// Signing up by name: who does it on a phone, who reads the list at the desk, and that no name is anywhere else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { house } from './lib/house.mjs';
import { button } from './lib/methods.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

const erika = 'Erika Mustermannsdottir';
const jan = '=Jan Beispielsen';
const themes = ['Radweg an der Grünstraße', 'Bänke am Markt', 'Bäume im Hof'];
const plan = {
  title: 'Wer macht weiter?',
  language: 'de',
  agenda: [
    { kind: 'collect', id: 'ideen', title: 'Ideen', prompt: '', release: 'live' },
    { kind: 'sign_up', id: 'weiter', title: 'Weitertragen', prompt: 'Wer ist dabei?', items: themes },
    { kind: 'feedback', id: 'ende', title: 'Zum Schluss', prompt: '' },
  ],
};

const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
/** Which files of the data folder hold the text; the logs of the databases included. */
const holding = (server, text) => files(server.data).filter((each) => readFileSync(each).includes(text));
const onlyInTheList = (server, text) => {
  const found = holding(server, text);
  return found.length > 0 && found.every((each) => /sign-ups\.db(-wal|-shm)?$/.test(each));
};

/** Leads at the desk, with the presenter and two people on phones. */
async function prepared({ server, enter }) {
  const session = await (await Desk.login(server.url)).create(plan);
  await session.start();
  const facilitator = await enter('facilitator');
  await facilitator.login(server);
  await facilitator.page.goto(`${server.url}/desk/sessions/${session.id}`);
  const presenter = await enter('presenter');
  await presenter.page.goto(`${server.url}/${session.code}/present`);
  const people = [];
  for (const at of [0, 1]) {
    const person = await enter(`participant ${at}`, phone);
    await person.join(server, session);
    people.push(person);
  }
  return { session, facilitator, presenter, people };
}

/** Under each theme once. */
const listed = (page, name) => page.locator('.theme b', { hasText: name });

async function signUp({ page }, name, contact, wanted) {
  for (const theme of wanted) await page.getByLabel(theme).check();
  await page.getByLabel('Ihr Name').fill(name);
  if (contact) await page.getByLabel('E-Mail oder Telefon').fill(contact);
  await button(page, 'Eintragen').click();
  await page.getByRole('heading', { name: 'Ihr Eintrag' }).waitFor();
  await page.getByText('Angekommen').first().waitFor();
}

const whole = () =>
  house(async (here) => {
    const { server } = here;
    const { session, facilitator, presenter, people } = await prepared(here);
    const [first, second] = people;
    const wrong = [];
    const look = async ({ page }, where, widths) => wrong.push(...(await inspect(page, where, { widths })));

    await session.open('weiter');
    await first.sees('Wobei wollen Sie mitmachen?');
    await presenter.sees(themes[2]);
    await presenter.sees('trägt sich auf dem eigenen Gerät mit Namen ein');
    await look(first, 'the form', [320, 390]);
    await look(presenter, 'the wall', [1280]);

    // What is missing is said where it is missing.
    await button(first.page, 'Eintragen').click();
    await first.sees('Wählen Sie mindestens ein Thema.');
    await first.page.getByLabel(themes[0]).check();
    await button(first.page, 'Eintragen').click();
    await first.sees('Geben Sie Ihren Namen ein.');
    expect(
      (await first.page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))) === 'name',
      'the focus is at the name',
    );

    await signUp(first, erika, 'erika@example.org', [themes[1]]);
    await look(first, 'signed up', [320, 390]);
    await signUp(second, jan, undefined, [themes[1]]);
    // The phone forgets the name once it has arrived.
    await first.settled(session.code);
    await second.settled(session.code);
    await first.page.reload();
    await first.sees('Name und Kontakt sind auf diesem Gerät nicht gespeichert.');

    // At the desk, on request.
    const { page } = facilitator;
    await page.getByRole('heading', { name: 'Wer mitmachen will' }).waitFor();
    await button(page, 'Liste neu laden').click();
    await facilitator.sees(erika);
    await until(async () => (await listed(page, jan).count()) === 1, 'both are in the list');
    await facilitator.sees('2 Personen');
    await facilitator.sees('erika@example.org');
    await look(facilitator, 'the list', [390, 1280]);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Als Tabelle (CSV)').click()]);
    const table = readFileSync(await download.path(), 'utf8');
    expect(table.includes(`${themes[1]};${erika};erika@example.org\r\n`), table);
    expect(table.includes(`;'${jan};`), `no formula: ${table}`);

    // Nobody else is told.
    for (const { page: other } of [second, presenter]) {
      const text = await other.locator('body').innerText();
      expect(!text.includes(erika), 'others do not see the name');
    }
    expect(onlyInTheList(server, erika), `the name is in ${holding(server, erika)}`);
    expect(onlyInTheList(server, 'erika@example.org'), 'and so is the contact');
    const minutes = JSON.stringify(await session.minutes());
    expect(!minutes.includes(erika) && minutes.includes(themes[0]), 'the minutes have the themes alone');

    // Changed, then taken back.
    await button(first.page, 'Eintrag ändern').click();
    await first.page.getByLabel(themes[2]).check();
    await first.page.getByLabel('Ihr Name').fill(erika);
    await button(first.page, 'Änderung senden').click();
    await first.settled(session.code);
    await button(page, 'Liste neu laden').click();
    await until(async () => (await listed(page, erika).count()) === 3, 'the change is in the list');
    await button(first.page, 'Eintrag zurücknehmen').click();
    await first.sees('Sie haben Ihren Eintrag zurückgenommen.');
    await first.settled(session.code);
    await button(page, 'Liste neu laden').click();
    await until(async () => (await listed(page, erika).count()) === 0, 'the name is gone');
    await until(() => holding(server, erika).length === 0, 'the name is in no file');

    // Closed: nobody new, and taken back still; at the desk a person is erased on request.
    await signUp(first, erika, undefined, [themes[0]]);
    await session.closeStep('weiter');
    await first.sees('Zurücknehmen können Sie Ihren Eintrag, solange der Workshop läuft.');
    await presenter.sees('die nur die Moderation und wer den Server betreibt lesen können');
    await look(first, 'closed', [390]);
    await button(page, 'Liste neu laden').click();
    await button(page, `${jan} aus der Liste nehmen`).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Aus der Liste nehmen' }).click();
    await until(async () => (await listed(page, jan).count()) === 0, 'the person is off the list');
    expect(holding(server, jan).length === 0, 'and in no file');

    // After the end the list stays at the desk, and nothing on the phones.
    await session.close();
    await first.sees('Dieses Gerät');
    await until(async () => !JSON.stringify(await first.kept(session.code)).includes(erika), 'the device forgets it');
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    await facilitator.sees('Wer mitmachen will: Weitertragen');
    await facilitator.sees(erika);
    await look(facilitator, 'after the end', [390, 1280]);
    await session.ask('DELETE', '');
    expect(holding(server, erika).length === 0, 'deleted with the workshop');
    nothing(wrong);
  });

/** Planned at the desk, without a pointer on the choice of kind. */
const planned = () =>
  house(async ({ server, enter }) => {
    const facilitator = await enter('facilitator');
    await facilitator.login(server);
    const session = await (
      await Desk.login(server.url)
    ).create({ title: 'Probe', language: 'de', agenda: plan.agenda.slice(0, 1) });
    const { page } = facilitator;
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    await page.locator('ol button.step', { hasText: 'Ideen' }).click();
    await page.getByRole('button', { name: 'Mitmachen', exact: true }).click();
    await page.getByLabel('Wofür man sich eintragen kann').selectOption('listed');
    await page.getByLabel('Vorschläge (einer pro Zeile)').fill(themes.join('\n'));
    await page.locator('.saving.saved').waitFor();
    const { agenda } = await session.ask('GET', '');
    expect(
      JSON.stringify(agenda.find((each) => each.kind === 'sign_up')?.items) === JSON.stringify(themes),
      'it is planned',
    );
    nothing(await inspect(page, 'the form of the step', { widths: [390, 1280] }));
  });

await run({ whole, planned });
