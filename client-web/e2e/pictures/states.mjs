import { Person } from '../lib/room.mjs';
import { Desk } from '../lib/server.mjs';
import { workshop as plan } from '../lib/workshop.mjs';

/** What goes another way than everybody hopes. */
export async function states({ server, site, browser, camera }) {
  const api = await Desk.login(server.url);
  const three = await Promise.all(['one', 'two', 'three'].map((name) => Person.enter(browser, name)));
  const [first] = three;
  const { page } = first;
  const settled = async (session) => {
    for (const each of three) await each.settled(session.code);
  };
  const choose = async (at) => {
    for (const each of three) await each.page.locator('label.card').nth(at).click();
  };

  await page.goto(site.url);
  await page.locator('#code').fill('ABCD');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await camera.glance(first, 'join-short');
  await page.locator('#code').fill('WRNG 7777');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.locator('#code-problem:not(:empty)').waitFor();
  await camera.shoot(first, 'join-unknown');
  await page.goto(`${site.url}/ZZZZ9999`);
  await page.locator('h1').waitFor();
  await camera.glance(first, 'link-unknown');

  const guarded = await api.create(plan());
  await guarded.start();
  for (const each of three) await each.join(site, guarded);
  await guarded.ask('PUT', '/door', { open: false });
  const late = await Person.enter(browser, 'late');
  await late.page.goto(`${site.url}/${guarded.code}`);
  await late.sees('Die Tür ist geschlossen');
  await camera.glance(late, 'door-closed');
  await late.context.close();

  await guarded.open('ideen');
  await first.sees('Noch hängt nichts an der Wand');
  await camera.glance(first, 'collect-empty');
  await page.locator('#entry').fill('Ein angefangener Satz');
  await guarded.open('termin');
  await first.sees('Es geht weiter');
  await camera.glance(first, 'moved-on');
  await page.locator('#entry').fill('');
  await page.getByRole('button', { name: 'Dorthin' }).click();
  await choose(0);
  await settled(guarded);
  await camera.glance(first, 'vote-small');
  await guarded.closeStep('termin');
  await first.sees('Ergebnis zurückgehalten');
  await camera.shoot(first, 'withheld');

  await guarded.stage('ideen');
  await first.sees('Was würde unsere Arbeit');
  await first.context.setOffline(true);
  await first.write('Diese Karte kommt erst an, wenn der Schritt zu Ende ist.');
  await guarded.closeStep('ideen');
  await first.context.setOffline(false);
  await settledOrRefused(first, guarded);
  await guarded.open('ideen');
  await first.sees('In das Feld zurückholen');
  await camera.shoot(first, 'refused');
  await page.getByRole('button', { name: 'In das Feld zurückholen' }).click();
  await camera.glance(first, 'given-back');

  const open = await api.create(plan({ openSmallGroup: true }));
  await page.goto(`${site.url}/${open.code}`);
  await first.sees('Offene Kleingruppe');
  await camera.glance(first, 'notice-small');
  await open.start();
  for (const each of three) await each.join(site, open);
  await open.open('termin');
  await choose(1);
  await settled(open);
  await camera.glance(first, 'vote-open-small');
  await open.closeStep('termin');
  await first.sees('3 Stimmen');
  await camera.glance(first, 'result-open-small');
}

/** Nothing is on its way any more, and what came too late says so. */
async function settledOrRefused(person, session) {
  await person.settled(session.code).catch(() => undefined);
}
