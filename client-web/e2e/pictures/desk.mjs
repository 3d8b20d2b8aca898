import { Person } from '../lib/room.mjs';

const password = 'a long enough password';

/** A facilitator with a browser, logged in. */
export async function facilitator(browser, site, name = 'moderation') {
  const person = await Person.enter(browser, 'facilitator');
  await person.page.goto(`${site.url}/desk`);
  await logIn(person, name);
  return person;
}

async function logIn({ page }, name) {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('heading', { name: 'Meine Workshops' }).waitFor();
}

/** What a facilitator does alone: from the link of the administration to the finished agenda. */
export async function desk({ site, browser, camera }) {
  const leader = await Person.enter(browser, 'facilitator');
  const { page } = leader;
  const button = (name) => page.getByRole('button', { name });

  await page.goto(`${site.url}/desk`);
  await page.getByLabel('Name').fill('moderation');
  await camera.shoot(leader, 'login');
  await page.getByLabel('Passwort').fill('nicht dieses');
  await button('Anmelden').click();
  await page.locator('#login-problem:not(:empty)').waitFor();
  await camera.glance(leader, 'login-refused');
  await logIn(leader, 'moderation');
  await leader.sees('Noch kein Workshop');
  await camera.shoot(leader, 'sessions-empty');

  await page.goto(`${site.url}/desk/accounts`);
  await page.getByLabel('Name').fill('e.berg');
  await button('Einladen').click();
  const link = await page.locator('.url').innerText();
  await camera.glance(leader, 'accounts');
  await button(/^Sperren.*e\.berg/).click();
  await camera.glance(leader, 'accounts-disable');
  await button('Abbrechen').click();
  const invited = await Person.enter(browser, 'invited');
  await invited.page.goto(link);
  await invited.page.getByLabel('Neues Passwort').fill('zu kurz');
  await invited.page.getByRole('button', { name: 'Festlegen' }).click();
  await invited.sees('Das Passwort ist zu kurz');
  await camera.shoot(invited, 'password');
  await invited.context.close();

  await page.goto(`${site.url}/desk`);
  await button(/^Neuer Workshop$/).click();
  await camera.glance(leader, 'create');
  await button(/^Leere Agenda/).click();
  await leader.sees('Noch keine Schritte');
  await camera.glance(leader, 'editor-empty');
  await page.goto(`${site.url}/desk`);
  await button(/^Neuer Workshop$/).click();
  await button(/^Kreativraum: Auftakt/).click();
  await leader.sees('In Vorbereitung: Teilnehmende');
  await camera.shoot(leader, 'editor-workshop');
  await button('Ganzen Hinweis lesen').click();
  await camera.glance(leader, 'editor-notice');
  await page.keyboard.press('Escape');

  const steps = {
    present: 'Willkommen im Kreativraum',
    collect: 'Ideen sammeln',
    dots: 'Themen schärfen',
    stances: 'Formate besprechen',
    feedback: 'Rückmeldung',
  };
  for (const [name, title] of Object.entries(steps)) {
    await page.locator('ol button.step', { hasText: title }).click();
    await camera.shoot(leader, `editor-${name}`, { only: ['d-light'] });
    await camera.shoot(leader, `editor-${name}`, { only: ['m-dark'], at: '#edit-title' });
    await button('Vorschau').click();
    await page.locator('dialog[open] .screen').waitFor();
    await camera.glance(leader, `preview-${name}`);
    await page.keyboard.press('Escape');
  }
  await button('Entfernen').click();
  await camera.glance(leader, 'editor-remove');
  await button('Abbrechen').click();
  await button('Workshop starten').click();
  await camera.glance(leader, 'start');
  await leader.context.close();
}
