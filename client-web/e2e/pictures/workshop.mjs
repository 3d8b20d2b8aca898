import { Person, until } from '../lib/room.mjs';
import { Desk } from '../lib/server.mjs';
import { ideas, workshop as plan } from '../lib/workshop.mjs';
import { facilitator } from './desk.mjs';

const themes = ['Digitalisierung', 'Nachhaltigkeit', 'Klimaschutz'];
const groups = {
  'Verständlich und erreichbar': [0, 2, 9, 14],
  'Einmal statt dreimal': [4, 7, 10, 12],
  'Haus und Energie': [6, 8, 11, 15],
};

/** One workshop as its participants, its facilitator and the room see it. */
export async function workshop({ server, site, browser, camera }) {
  const api = await Desk.login(server.url);
  await finished(api);
  await api.create(plan({ title: 'Teamtag Bürgerservice' }));
  const session = await api.create(plan());
  const presenter = await Person.enter(browser, 'presenter');
  const first = await Person.enter(browser, 'first');
  const people = [first];
  const settled = async () => {
    for (const each of people) await each.settled(session.code);
  };

  await first.page.goto(site.url);
  await camera.shoot(first, 'join');
  await presenter.page.goto(`${site.url}/${session.code}/present`);
  await first.page.goto(`${site.url}/${session.code}`);
  await first.sees('Hinweis zu diesem Workshop');
  await camera.shoot(first, 'notice');
  await first.join(site, session);
  while (people.length < 6) {
    const person = await Person.enter(browser, `person ${people.length}`);
    await person.join(site, session);
    people.push(person);
  }
  await camera.shoot(first, 'waiting');
  await camera.project(presenter, 'present-waiting');

  await session.start();
  const desk = await facilitator(browser, site);
  await desk.sees('Kreativraum Stadthaus');
  await camera.shoot(desk, 'sessions');
  await desk.page.goto(`${site.url}/desk/sessions/${session.id}`);
  await desk.sees('Beginnen mit');
  await camera.shoot(desk, 'lead-before');

  await session.open('start');
  await first.sees('Willkommen im Kreativraum');
  await camera.shoot(first, 'inform');
  await camera.project(presenter, 'present-inform');
  await session.open('ideen');
  await session.timer('ideen', 272);
  await collect(people);
  await settled();
  await until(async () => (await first.page.locator('.wall .card').count()) >= 15, 'three waves');
  await first.page.locator('#entry').fill('Ein Gedanke, noch nicht abgesandt');
  await camera.shoot(first, 'collect');
  await camera.project(presenter, 'present-collect');
  await camera.shoot(desk, 'lead-collect');
  await desk.page.getByRole('button', { name: 'Schritt ergänzen' }).click();
  await camera.glance(desk, 'lead-add');
  await desk.page.keyboard.press('Escape');
  await first.page.getByRole('button', { name: 'Einstellungen' }).click();
  await camera.glance(first, 'settings');
  await first.page.keyboard.press('Escape');
  await first.context.setOffline(true);
  await first.write('Eine Karte aus dem Tunnel');
  await first.page.locator('header .trouble').waitFor({ timeout: 60_000 });
  await camera.shoot(first, 'offline');
  await first.context.setOffline(false);
  await settled();

  await cluster(session, desk, camera);
  await session.closeStep('ideen');
  await first.page.waitForTimeout(500);
  await camera.shoot(first, 'wall');
  await camera.project(presenter, 'present-wall');

  await session.open('punkte');
  await vote(people, async ({ page }, at) => {
    for (let dot = 0; dot < 5; ++dot) {
      const item = page.locator('li.card').nth((at + dot * dot) % 4);
      await item.getByRole('button', { name: 'Punkt setzen' }).click();
    }
  });
  await camera.shoot(first, 'dots');
  await settled();
  await camera.project(presenter, 'present-dots');
  await camera.shoot(desk, 'lead-vote');
  await desk.page.getByRole('button', { name: 'Abstimmung beenden' }).click();
  await camera.glance(desk, 'lead-end');
  await desk.page.locator('dialog[open]').getByRole('button', { name: 'Abstimmung beenden' }).click();
  await first.sees('Punkte von');
  await camera.shoot(first, 'dots-result');
  await camera.project(presenter, 'present-dots-result');
  await camera.glance(desk, 'lead-result');

  await session.open('termin');
  await vote(people, ({ page }, at) =>
    page
      .locator('label.card')
      .nth((at * at) % 3)
      .click(),
  );
  await camera.shoot(first, 'choice');
  await camera.project(presenter, 'present-choice');
  await settled();
  await session.closeStep('termin');
  await first.sees('6 Stimmen');
  await camera.shoot(first, 'choice-result');
  await camera.project(presenter, 'present-choice-result');

  await session.open('formate');
  await vote(people, async ({ page }, at) => {
    for (let item = 0; item < 3; ++item) {
      const stances = page.getByRole('radiogroup').nth(item).locator('label');
      await stances.nth((at + item) % 3).click();
    }
  });
  await camera.shoot(first, 'stances');
  await settled();
  await session.closeStep('formate');
  await first.page.waitForTimeout(500);
  await camera.shoot(first, 'stances-result');
  await camera.project(presenter, 'present-stances-result');

  await session.open('schluss');
  await first.sees('Was nehmen Sie mit?');
  await camera.shoot(first, 'feedback');
  await desk.page.getByRole('button', { name: 'Workshop beenden' }).click();
  await camera.glance(desk, 'lead-finish');
  await desk.page.locator('dialog[open]').getByRole('button', { name: 'Workshop beenden' }).click();
  await first.sees('Danke!');
  await camera.shoot(first, 'closed');
  await camera.project(presenter, 'present-closed');
  await first.page.locator('#mail').fill('erika.berg@example.org');
  await first.page.getByRole('button', { name: 'Zusenden' }).click();
  await first.sees('Das Protokoll geht an');
  await camera.glance(first, 'closed-address');
  await first.page.reload();
  await first.sees('Danke!');
  await camera.glance(first, 'closed-reloaded');
  await desk.sees('Beendet.');
  await desk.page.reload();
  await until(async () => (await desk.page.getByText('verschickt').count()) > 0, 'the mail is sent');
  await camera.shoot(desk, 'after');
  await camera.glance(desk, 'after-mail', { at: '#mail' });
  await minutes(desk, camera);
}

async function finished(api) {
  const session = await api.create(plan({ title: 'Rückblick auf das Quartal' }));
  await session.start();
  await session.close();
}

async function collect(people) {
  for (const [at, text] of ideas.entries()) {
    const person = people[at % people.length];
    const theme = themes[(at * 7) % 3];
    await person.page.locator('.chip', { hasText: theme }).first().click();
    await person.write(text);
  }
}

async function vote(people, cast) {
  for (const [at, person] of people.entries()) await cast(person, at);
}

/** Cards are grouped at the desk: the facilitator's page, marked, and with the list of groups open. */
async function cluster(session, desk, camera) {
  const { page } = desk;
  const step = page.locator('.centre');
  await step.getByText('Ordnen', { exact: true }).click();
  const known = new Map();
  for (const card of await page.locator('.columns .card').all()) {
    const text = await card.getAttribute('aria-label');
    known.set(text, (await card.getAttribute('id')).slice('card-'.length));
  }
  for (const [name, members] of Object.entries(groups)) {
    const entries = members.map((at) => known.get(ideas[at])).filter((id) => id !== undefined);
    await session.cluster('ideen', name, entries);
  }
  await page.getByRole('heading', { name: 'Haus und Energie' }).waitFor();
  await camera.shoot(desk, 'cluster', { at: '.centre' });
  const cards = page.locator('.columns .card');
  await cards.nth(0).press('Space');
  await cards.nth(1).press('Space');
  await camera.glance(desk, 'cluster-marked', { at: '.centre' });
  await cards.nth(1).press('Enter');
  await camera.glance(desk, 'cluster-move');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Markierung aufheben' }).click();
  await page.getByRole('button', { name: 'Gruppe ändern: Haus und Energie' }).click();
  await camera.glance(desk, 'cluster-edit');
  await page.keyboard.press('Escape');
  await code(desk, camera);
  await step.getByText('Wand', { exact: true }).click();
}

/** The code book and the suggestions; nothing of it stays. */
async function code({ page }, camera) {
  const tool = (name) => page.getByRole('button', { name, exact: true });
  const field = page.getByRole('combobox', { name: /Schlagwort/ });
  await page.locator('.columns .card').first().press('t');
  await field.waitFor();
  for (const tags of ['Gebäude', 'Geld, Gebäude', 'Mitreden']) {
    await field.fill(tags);
    await field.press('Enter');
  }
  await page.getByRole('button', { name: /^Mitreden, 1 Karte/ }).waitFor();
  await field.pressSequentially('Ge');
  await camera.shoot({ page }, 'code-book', { at: '.centre' });
  await page.getByRole('button', { name: 'Schlagwort ändern: Geld' }).click();
  await camera.glance({ page }, 'tag-edit');
  await page.keyboard.press('Escape');
  for (const name of ['Mitreden', 'Geld', 'Gebäude']) {
    await page.getByRole('button', { name: `Schlagwort ändern: ${name}` }).click();
    await page.locator('dialog[open]').getByRole('button', { name: 'Schlagwort löschen' }).click();
  }
  await tool('Schlagwörter').click();
  await tool('Vorschläge').click();
  await page.getByText('Auf diesem Server aus den Wörtern').waitFor();
  await camera.shoot({ page }, 'suggestions', { at: '.centre' });
  await tool('Vorschläge').click();
}

/** As somebody who has the link reads them. */
async function minutes(desk, camera) {
  const link = await desk.page.getByRole('link', { name: 'Protokoll öffnen' }).getAttribute('href');
  await desk.page.goto(new URL(link, desk.page.url()).href);
  await camera.glance(desk, 'minutes');
}
