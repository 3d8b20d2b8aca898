// Pictures of every page in both themes and sizes: node e2e/screenshots.mjs FOLDER
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, laptop, Person, phone, until } from './lib/room.mjs';
import { Desk, Server } from './lib/server.mjs';
import { ideas, workshop } from './lib/workshop.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('node e2e/screenshots.mjs FOLDER');
mkdirSync(folder, { recursive: true });

const server = await Server.start();
const browser = await launch();
const desk = await Desk.login(server.url);
const session = await desk.create(workshop());
const people = [];

async function shoot(person, name, sizes = { d: laptop.viewport, m: phone.viewport }) {
  const { page } = person;
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const theme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(folder, `${name}-${size}-${theme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

async function project(name) {
  const { page } = presenter;
  for (const theme of ['light', 'dark']) {
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `present-${name}-d-${theme}.png`) });
    await page.getByRole('button', { name: 'Dunkle Darstellung' }).click();
    await page.mouse.move(0, 0);
  }
}

const presenter = await Person.enter(browser, 'presenter');
const first = await Person.enter(browser, 'first');
try {
  await first.page.goto(server.url);
  await shoot(first, 'join');
  await presenter.page.goto(`${server.url}/${session.code}/present`);
  await first.page.goto(`${server.url}/${session.code}`);
  await first.sees('Hinweis zu diesem Workshop');
  await shoot(first, 'notice');
  await first.join(server, session);
  people.push(first);
  for (let at = 1; at < 6; ++at) {
    const person = await Person.enter(browser, `person ${at}`);
    await person.join(server, session);
    people.push(person);
  }
  await shoot(first, 'waiting');
  await project('waiting');
  await session.start();
  await session.open('start');
  await first.sees('Willkommen im Kreativraum');
  await shoot(first, 'inform');
  await project('inform');
  await session.open('ideen');
  await session.timer('ideen', 272);
  for (const [at, text] of ideas.entries()) {
    const person = people[at % people.length];
    await person.page
      .locator('.chip', { hasText: ['Digitalisierung', 'Nachhaltigkeit', 'Klimaschutz'][(at * 7) % 3] })
      .first()
      .click();
    await person.write(text);
  }
  for (const each of people) await each.settled(session.code);
  await until(async () => (await first.page.locator('.wall .card').count()) >= 15, 'three waves');
  await first.page.locator('#entry').fill('Ein Gedanke, noch nicht abgesandt');
  await shoot(first, 'collect');
  await project('collect');
  await first.page.getByRole('button', { name: 'Einstellungen' }).click();
  await shoot(first, 'settings');
  await first.page.keyboard.press('Escape');
  await first.context.setOffline(true);
  await first.write('Eine Karte aus dem Tunnel');
  await first.page.waitForTimeout(2500);
  await shoot(first, 'offline');
  await first.context.setOffline(false);
  await first.settled(session.code);
  await session.closeStep('ideen');
  await first.page.waitForTimeout(500);
  await shoot(first, 'wall');
  await project('wall');

  await session.open('punkte');
  for (const [at, person] of people.entries()) {
    for (let dot = 0; dot < 5; ++dot) {
      const items = person.page.locator('li.card');
      await items
        .nth((at + dot * dot) % 4)
        .getByRole('button', { name: 'Punkt setzen' })
        .click();
    }
  }
  await shoot(first, 'dots');
  await project('dots');
  for (const each of people) await each.settled(session.code);
  await session.closeStep('punkte');
  await first.sees('Punkte von');
  await shoot(first, 'dots-result');
  await project('dots-result');

  await session.open('termin');
  for (const [at, person] of people.entries())
    await person.page
      .locator('label.card')
      .nth((at * at) % 3)
      .click();
  await shoot(first, 'choice');
  await project('choice');
  for (const each of people) await each.settled(session.code);
  await session.closeStep('termin');
  await first.sees('6 Stimmen');
  await shoot(first, 'choice-result');
  await project('choice-result');

  await session.open('formate');
  await first.sees('Ein Rundschreiben');
  for (const [at, person] of people.entries()) {
    for (let item = 0; item < 3; ++item) {
      await person.page
        .getByRole('radiogroup')
        .nth(item)
        .locator('label')
        .nth((at + item) % 3)
        .click();
    }
  }
  await shoot(first, 'stances');
  for (const each of people) await each.settled(session.code);
  await session.closeStep('formate');
  await first.page.waitForTimeout(500);
  await shoot(first, 'stances-result');
  await project('stances-result');

  await session.open('schluss');
  await first.sees('Was nehmen Sie mit?');
  await shoot(first, 'feedback');
  await session.close();
  await first.sees('Danke!');
  await shoot(first, 'closed');
  await project('closed');
} finally {
  await browser.close();
  await server.stop();
}
