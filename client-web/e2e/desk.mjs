// The desk beyond one workshop: accounts, copies, deletion, mail; arranging with the pointer; the same pages in English.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { house } from './lib/house.mjs';
import { inspect, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk, password } from './lib/server.mjs';

const inDialog = (page, name) => page.locator('dialog[open]').getByRole('button', { name });

const accounts = () =>
  house(async ({ server, enter }) => {
    const administrator = await enter('administrator');
    const { page } = administrator;
    await administrator.login(server);
    await page.getByRole('button', { name: 'Einstellungen' }).click();
    await page.getByRole('link', { name: 'Konten' }).click();
    await page.getByLabel('Name').fill('moderation');
    await page.getByRole('button', { name: 'Einladen' }).click();
    await page.locator('#invite-problem:not(:empty)').waitFor();
    await page.getByLabel('Name').fill('kollegin');
    await page.getByRole('button', { name: 'Einladen' }).click();
    await administrator.sees('Link für kollegin');
    const link = await page.locator('.url').innerText();
    const wrong = await inspect(page, 'accounts');

    const colleague = await enter('colleague', { locale: 'en-GB' });
    await colleague.page.goto(link);
    await colleague.page.getByLabel('New password').fill(password);
    await colleague.page.getByRole('button', { name: 'Set password' }).click();
    await colleague.sees('The password is set');
    await colleague.page.goto(link);
    await colleague.page.getByLabel('New password').fill(password);
    await colleague.page.getByRole('button', { name: 'Set password' }).click();
    await colleague.page.locator('#password-problem:not(:empty)').waitFor();
    wrong.push(...(await inspect(colleague.page, 'a used link')));
    await colleague.page.goto(`${server.url}/desk`);
    await colleague.page.getByLabel('Name').fill('kollegin');
    await colleague.page.getByLabel('Password').fill(password);
    await colleague.page.getByRole('button', { name: 'Log in' }).click();
    await colleague.sees('No workshop yet');

    await page.getByRole('button', { name: /^Sperren.*kollegin/ }).click();
    await inDialog(page, 'Sperren').click();
    await administrator.sees('Gesperrt');
    await colleague.page.getByRole('button', { name: 'New workshop' }).click();
    await colleague.page.getByRole('button', { name: /^Empty agenda/ }).click();
    await colleague.page.getByLabel('Password').waitFor();
    await page.getByRole('button', { name: /^Sperren.*moderation/ }).click();
    await inDialog(page, 'Sperren').click();
    await page.locator('dialog[open] [role=alert]').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Entsperren.*kollegin/ }).click();
    await until(async () => (await page.getByText('Gesperrt').count()) === 0, 'nobody is locked out any more');
    nothing(wrong);
  });

const texts = (name) => JSON.parse(readFileSync(join(import.meta.dirname, `../src/i18n/${name}.json`), 'utf8'));

/** What is German on an English page: umlauts, and texts of ours of which nobody made the English one. */
async function german(page, where) {
  const visible = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  const wrong = [];
  const umlaut = /\S*[äöüß]\S*/.exec(visible);
  if (umlaut) wrong.push(umlaut[0]);
  for (const part of ['', 'desk.', 'minutes.']) {
    const english = texts(`${part}en`);
    const known = Object.entries(texts(`${part}de`)).filter(([key, text]) => text !== english[key]);
    // A text with a place is known by what stands before or after it.
    const pieces = known.flatMap(([, text]) => text.split(/\{\w+\}/)).map((each) => each.trim());
    wrong.push(...pieces.filter((each) => each.length > 12 && visible.includes(each)));
  }
  return wrong.map((each) => `${where}: German left on an English page: ${each}`);
}

const in_english = () =>
  house(async ({ server, enter }) => {
    const desk = await Desk.login(server.url);
    const facilitator = await enter('facilitator', { locale: 'en-GB' });
    const { page } = facilitator;
    await page.goto(`${server.url}/desk`);
    await page.getByLabel('Name').fill('moderation');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'New workshop' }).click();
    await page.getByRole('button', { name: /^Creative space: kick-off/ }).click();
    await facilitator.sees('Start the workshop');
    const wrong = await inspect(page, 'editor in English');
    wrong.push(...(await german(page, 'editor')));

    // A copy, and one of the two deleted.
    await page.getByRole('link', { name: 'All workshops' }).click();
    await page.getByRole('button', { name: /^Copy/ }).click();
    await facilitator.sees('Copy of Creative space: kick-off');
    await page.goBack();
    await page.getByRole('button', { name: /^Delete.*Copy of/ }).click();
    await inDialog(page, 'Delete').click();
    await until(async () => (await page.locator('li.panel h2').count()) === 1, 'one workshop is left');
    const { sessions } = await desk.ask('GET', '/sessions');
    expect(sessions.length === 1 && sessions[0].title === 'Creative space: kick-off', 'and it is the right one');

    const participant = await enter('participant', { locale: 'en-GB' });
    await participant.page.goto(`${server.url}/${sessions[0].code}`);
    await participant.sees('About this workshop');
    wrong.push(...(await inspect(participant.page, 'notice in English')));
    wrong.push(...(await german(participant.page, 'notice')));
    nothing(wrong);
  });

/** Where it is once it moves no more: parts of the page that come later push others down. */
async function place(page, of) {
  for (let before; ;) {
    const box = await of.boundingBox();
    if (before && box && box.x === before.x && box.y === before.y) return box;
    before = box;
    await page.waitForTimeout(150);
  }
}

/** Pressed, moved in steps as a hand does, let go. */
async function drag(page, from, to) {
  await place(page, from);
  const end = await place(page, to);
  const start = await place(page, from);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 6, start.y + start.height / 2 + 6, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(end.height / 2, 40), { steps: 12 });
  await page.waitForTimeout(300);
  await page.mouse.up();
}

const leaving = () =>
  house(async ({ server, enter }) => {
    const desk = await Desk.login(server.url);
    const session = await desk.create({ title: 'Entwurf', language: 'de', agenda: [] });
    const facilitator = await enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(server);
    await page.goto(`${server.url}/desk`);
    await page.getByRole('link', { name: 'Entwurf' }).click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await until(async () => (await focused()) === 'Entwurf', 'the new page starts at its heading');
    await page.getByLabel('Titel').fill('Auftakt');
    // What can be saved is saved on the way.
    await page.getByRole('link', { name: 'Alle Workshops' }).click();
    await page.getByRole('link', { name: 'Auftakt' }).waitFor();
    await page.getByRole('link', { name: 'Auftakt' }).click();
    await page.getByLabel('Titel').fill('');
    const question = page.locator('dialog[open]');
    for (const away of [() => page.getByRole('link', { name: 'Alle Workshops' }).click(), () => page.goBack()]) {
      await away();
      await question.getByText('Nicht alles gespeichert').waitFor();
      await question.getByRole('button', { name: 'Abbrechen' }).click();
      expect(new URL(page.url()).pathname.endsWith(session.id), 'still on the page');
    }
    nothing(await inspect(page, 'leave?', { widths: [390, 1280] }));
    await page.getByRole('link', { name: 'Alle Workshops' }).click();
    await question.getByRole('button', { name: 'Änderungen verwerfen' }).click();
    await page.getByRole('link', { name: 'Auftakt' }).waitFor();
  });

const by_pointer = () =>
  house(async ({ server, enter }) => {
    const desk = await Desk.login(server.url);
    const agenda = ['Eins', 'Zwei', 'Drei'].map((title, at) => ({ kind: 'collect', id: `s${at}`, title, prompt: '' }));
    const session = await desk.create({ title: 'Ordnen', language: 'de', agenda });
    const facilitator = await enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(server);
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    await page.locator('ol li').nth(2).waitFor();
    await drag(page, page.locator('ol li .grip').nth(2), page.locator('ol li').nth(0));
    const titles = async () => (await session.ask('GET', '')).agenda.map((each) => each.title).join();
    await until(async () => (await titles()) === 'Drei,Eins,Zwei', 'the last step is first');

    await session.start();
    await session.open('s0');
    const participant = await enter('participant');
    await participant.join(server, session);
    for (let at = 0; at < 5; ++at) await participant.write(`Karte ${at}`);
    await participant.settled(session.code);
    await session.closeStep('s0');
    await session.cluster('s0', 'Gebäude', []);
    await page.locator('label.chip', { hasText: 'Ordnen' }).click();
    const cluster = page.getByRole('region', { name: 'Gebäude' });
    const open = page.locator('.columns section').first();
    await drag(page, open.locator('.grip').first(), cluster.locator('ul'));
    const inside = () => cluster.locator('.card').count();
    await until(async () => (await inside()) === 1, 'the card lies in the cluster');
    // Several at once.
    for (const at of [0, 1]) await open.locator('.mark').nth(at).click();
    await drag(page, open.locator('.grip').first(), cluster.locator('ul'));
    await until(async () => (await inside()) === 3, 'the marked cards went along');
    await page.reload();
    await page.locator('label.chip', { hasText: 'Ordnen' }).click();
    await until(async () => (await inside()) === 3, 'which the server knows');
    await drag(page, cluster.locator('.grip').first(), open.locator('ul'));
    await until(async () => (await inside()) === 2, 'one goes back');
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await until(async () => (await inside()) === 3, 'and that is undone');
  });

const test_mail = () =>
  house(async ({ server, enter }) => {
    const facilitator = await enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(server);
    await page.getByRole('button', { name: 'Einstellungen' }).click();
    await page.getByRole('link', { name: 'E-Mail' }).click();
    await facilitator.sees('Es ist kein Mailserver eingerichtet. Mails werden');
    await page.getByLabel('E-Mail-Adresse').fill('amt at example');
    await page.getByRole('button', { name: 'Testmail senden' }).click();
    await page.locator('#test-problem:not(:empty)').waitFor();
    expect(server.letters().length === 0, 'nothing is sent to what is no address');
    await page.getByLabel('E-Mail-Adresse').fill('amt@example.org');
    await page.getByRole('button', { name: 'Testmail senden' }).click();
    await facilitator.sees('Die Testmail wurde in den Ordner geschrieben.');
    expect(server.letters()[0]?.includes('To: <amt@example.org>'), 'the test mail lies there');
    nothing(await inspect(page, 'mail', { widths: [390, 1280] }));
  });

/** A mail server that refuses its first guest's login and is friendly from then on. */
async function moodyMailServer() {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-e2e-mails-'));
  const script = JSON.stringify([{ MAIL: '535 5.7.8 wrong password' }, {}]);
  const program = join(import.meta.dirname, '../../tests/integration/mail/scripted_server.py');
  const process = spawn('python3', [program, '--mails', folder, '--script', script]);
  const [port] = await once(process.stdout, 'data');
  const stop = () => {
    process.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `smtp://127.0.0.1:${Number(port)}?tls=none`, stop };
}

const held_mail = async () => {
  const mails = await moodyMailServer();
  await house(async ({ server, enter }) => {
    await server.kill();
    server.mails = mails.url;
    await server.run();
    const desk = await Desk.login(server.url);
    const session = await desk.create({ title: 'Verteiler', language: 'de', agenda: [] });
    // The link alone: nothing has to be printed first.
    await session.ask('PUT', '/minutes-choices', { about: '', outcome: '', next: '', leftOut: [], attached: [] });
    await session.start();
    const participant = await enter('participant');
    await participant.join(server, session);
    await session.close();
    await participant.page.getByLabel('E-Mail-Adresse').fill('amt@example.org');
    await participant.page.getByRole('button', { name: 'Zusenden' }).click();
    const facilitator = await enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(server);
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    await facilitator.sees('1 Mail wird zurückgehalten.');
    await facilitator.sees('Der Mailserver nimmt die Anmeldung von Klartext nicht an.');
    await facilitator.sees('werden spätestens am');
    expect((await page.getByText('amt@example.org').count()) === 0, 'nobody sees who is on the list');
    const wrong = await inspect(page, 'held mail', { widths: [390, 1280] });
    await page.goto(`${server.url}/desk/mail`);
    await facilitator.sees('Prüfen Sie Name und Passwort in --mail');
    wrong.push(...(await inspect(page, 'mail in trouble', { widths: [390, 1280] })));
    await page.getByRole('button', { name: 'Jetzt noch einmal versuchen' }).click();
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    await facilitator.sees('1 Mail ist verschickt.');
    nothing(wrong);
  }).finally(mails.stop);
};

/** After the close: every file is there, and the link to the minutes is given, changed and taken back. */
const minutes_link = () =>
  house(async ({ server, enter }) => {
    const desk = await Desk.login(server.url);
    const agenda = [{ kind: 'collect', id: 'ideen', title: 'Ideen', prompt: '' }];
    const session = await desk.create({ title: 'Fertig', language: 'de', agenda });
    await session.start();
    const first = server.url + (await session.close());
    const facilitator = await enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(server);
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    await facilitator.sees('Link zum Protokoll');
    const status = async (link) => (await fetch(`${link}/minutes.json`)).status;
    const shown = () => page.locator('.link').first().innerText();
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    const button = (name) => page.getByRole('button', { name, exact: true });
    expect((await shown()) === first && (await status(first)) === 200, 'the link of the close');

    const files = await page.locator('a[download]').evaluateAll((all) => all.map((each) => each.href));
    expect(files.length === 10, `all files and not ${files}`);
    for (const file of files) expect((await page.request.get(file)).status() === 200, file);
    const wrong = await inspect(page, 'after', { widths: [390, 1280] });

    // Asked first, and nothing happens to who thinks better of it.
    await button('Neuer Link').click();
    wrong.push(...(await inspect(page, 'a new link?', { widths: [390] })));
    await inDialog(page, 'Abbrechen').click();
    expect((await shown()) === first, 'the link is as it was');
    await button('Neuer Link').click();
    await inDialog(page, 'Neuer Link').click();
    await until(async () => (await shown()) !== first, 'there is another link');
    await until(async () => (await focused()) === 'Neuer Link', 'the focus is where it was');
    const second = await shown();
    expect((await status(first)) === 404 && (await status(second)) === 200, 'which alone leads to the minutes');

    await button('Link zurückziehen').click();
    await inDialog(page, 'Link zurückziehen').click();
    await facilitator.sees('Es gibt keinen Link');
    await until(async () => (await focused()) === 'Neuer Link', 'the focus is not lost with the button');
    expect((await status(second)) === 404, 'nobody gets in');
    const own = await page.getByRole('link', { name: 'Protokoll öffnen' }).evaluate((it) => it.href);
    expect((await page.request.get(own)).status() === 200, 'but who has made them');
    wrong.push(...(await inspect(page, 'no link', { widths: [390, 1280] })));

    await button('Neuer Link').click();
    await page.locator('.link').first().waitFor();
    expect((await status(await shown())) === 200, 'and there is one again');
    await page.reload();
    await facilitator.sees('Er gilt, bis Sie ihn zurückziehen');
    await session.ask('PUT', '/minutes-choices', { ...choices, linkDays: 30 });
    await page.reload();
    await facilitator.sees('Er gilt bis einschließlich');

    const english = await enter('english', { locale: 'en-GB' });
    await english.page.goto(`${server.url}/desk`);
    await english.page.getByLabel('Name').fill('moderation');
    await english.page.getByLabel('Password').fill(password);
    await english.page.getByRole('button', { name: 'Log in' }).click();
    await english.page.getByRole('link', { name: 'Fertig' }).click();
    await english.sees('It holds up to and including');
    wrong.push(...(await german(english.page, 'after')));
    nothing(wrong);
  });

const choices = { about: '', outcome: '', next: '', leftOut: [], attached: [] };

await run({ accounts, in_english, leaving, by_pointer, test_mail, held_mail, minutes_link });
