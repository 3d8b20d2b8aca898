// The whole kick-off workshop, from the one-time link to the received mail: one desk, six participants, one presenter. Every page and
// state on the way is looked at by axe, at three widths and in both themes.
import { inspect, launch, laptop, Person, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Server } from './lib/server.mjs';
import { ideas } from './lib/workshop.mjs';

const themes = ['Digitalisierung', 'Nachhaltigkeit', 'Klimaschutz'];

async function whole() {
  const server = await Server.start({ account: false });
  const browser = await launch();
  const wrong = [];
  const look = async (person, where, options) => wrong.push(...(await inspect(person.page, where, options)));
  try {
    const facilitator = await Person.enter(browser, 'facilitator');
    const desk = facilitator.page;
    const button = (name, page = desk) => page.getByRole('button', { name });
    const dialog = (page = desk) => page.locator('dialog[open]');

    // The first account.
    await desk.goto(server.firstLink());
    await desk.getByLabel('Name').fill('moderation');
    await desk.getByLabel('Neues Passwort').fill('kurz');
    await button('Festlegen').click();
    await facilitator.sees('Das Passwort ist zu kurz');
    await look(facilitator, 'first password');
    await desk.getByLabel('Neues Passwort').fill('Sechs Wale singen leise');
    await button('Festlegen').click();
    await desk.getByRole('link', { name: 'Anmelden' }).click();
    await desk.getByLabel('Name').fill('moderation');
    await desk.getByLabel('Passwort').fill('nicht dieses');
    await button('Anmelden').click();
    await desk.locator('#login-problem:not(:empty)').waitFor();
    await look(facilitator, 'login');
    await desk.getByLabel('Passwort').fill('Sechs Wale singen leise');
    await button('Anmelden').click();
    await facilitator.sees('Noch kein Workshop');
    await look(facilitator, 'no sessions');

    // The session, from the template.
    await button('Neuer Workshop').click();
    await look(facilitator, 'new session');
    await button(/^Kreativraum: Auftakt/).click();
    await facilitator.sees('In Vorbereitung: Teilnehmende');
    const code = (await desk.locator('.share .code').innerText()).replaceAll(/\s/g, '');
    await look(facilitator, 'editor: workshop');
    for (const step of ['Willkommen', 'Ideen sammeln', 'Themen schärfen', 'Formate besprechen', 'Rückmeldung']) {
      await desk.locator('ol button.step', { hasText: step }).click();
      await look(facilitator, `editor: ${step}`);
      await button('Vorschau').click();
      await dialog().waitFor();
      await look(facilitator, `preview: ${step}`, { widths: [390, 1280] });
      await desk.keyboard.press('Escape');
    }

    // Everybody comes.
    const presenter = await Person.enter(browser, 'presenter');
    await presenter.page.goto(`${server.url}/${code}/present`);
    await presenter.sees('Gleich geht es los');
    const people = [];
    for (let at = 0; at < 6; ++at) {
      const person = await Person.enter(browser, `participant ${at}`, at % 2 === 0 ? phone : laptop);
      if (at === 0) await byCode(person, server, code, look);
      else await person.join(server, { code });
      people.push(person);
    }
    const [first] = people;
    await facilitator.sees('6 Personen warten schon.');
    await look(first, 'waiting');

    await button('Workshop starten').click();
    await look(facilitator, 'start?', { widths: [390, 1280] });
    await dialog().getByRole('button', { name: 'Workshop starten' }).click();
    await button(/Beginnen mit/).click();
    for (const each of people) await each.sees('Willkommen im Kreativraum');
    await presenter.sees('Wir sammeln Ideen zu drei Themen.');
    await look(first, 'inform');
    await button('Einstellungen', first.page).click();
    await dialog(first.page).waitFor();
    await look(first, 'settings');
    await first.page.keyboard.press('Escape');
    await look(presenter, 'presenter: inform', { widths: [1280] });
    await look(facilitator, 'lead: inform');

    // Ideas, in waves.
    await button(/Weiter zu/).click();
    for (const [at, text] of ideas.entries()) {
      const person = people[at % people.length];
      await person.page
        .locator('.chip', { hasText: themes[at % 3] })
        .first()
        .click();
      await person.write(text);
    }
    for (const each of people) await each.settled(code);
    await until(async () => (await first.page.locator('.wall .card').count()) >= 15, 'three waves');
    await first.page.locator('.wall .card button').first().click();
    await first.page.locator('.wall .card textarea').first().fill('Da bin ich dabei');
    await button('Kommentar absenden', first.page).first().click();
    await people[1].sees('1 Kommentar');
    await look(first, 'collect');
    await look(presenter, 'presenter: collect', { widths: [1280] });
    await button('+5').click();
    await first.page.locator('.timer').waitFor();
    await look(facilitator, 'lead: collect');
    await button('Schritt beenden').click();
    await until(async () => (await first.page.locator('.groups .card').count()) === ideas.length, 'every card');
    await look(first, 'wall');

    // Clusters.
    await desk.locator('label.chip', { hasText: 'Ordnen' }).click();
    for (const [at, name] of ['Bürgerservice', 'Gebäude', 'Arbeitsweise'].entries()) {
      for (let card = 0; card < 3; ++card)
        await desk
          .locator('.columns section')
          .first()
          .locator('.card .mark')
          .nth(card + (at % 2))
          .click();
      await button('Neue Gruppe aus 3 Karten').click();
      await dialog().getByLabel('Name der Gruppe').fill(name);
      await button('Gruppe anlegen').click();
      await desk.getByRole('heading', { name }).waitFor();
    }
    await look(facilitator, 'cluster');
    await presenter.sees('Bürgerservice');
    await desk.locator('.columns section').first().locator('.card').first().locator('button').last().click();
    await look(facilitator, 'remove?', { widths: [390, 1280] });
    await dialog().getByRole('button', { name: 'Entfernen' }).click();
    await facilitator.sees('1 entfernter Beitrag');

    // Personas: nobody has to write.
    await button(/Weiter zu/).click();
    for (const [at, each] of people.entries()) {
      await each.sees('Für wen arbeiten wir?');
      await each.write(`Person ${at}: füllt Formulare am Abend aus`);
    }
    for (const each of people) await each.settled(code);

    // Dots on clusters.
    await button(/Weiter zu/).click();
    await vote(people, async (person, at) => {
      for (let dot = 0; dot < 5; ++dot)
        await person.page
          .locator('li.card')
          .nth((at + dot) % 3)
          .getByRole('button', { name: 'Punkt setzen' })
          .click();
    });
    await look(first, 'dots');
    await look(presenter, 'presenter: dots', { widths: [1280] });
    for (const each of people) await each.settled(code);
    await look(facilitator, 'lead: vote');
    await button('Abstimmung beenden').click();
    await look(facilitator, 'end vote?', { widths: [390, 1280] });
    await dialog().getByRole('button', { name: 'Abstimmung beenden' }).click();
    await first.sees('30 Punkte von 6 Personen.');
    await first.page.getByText('Als Tabelle anzeigen').click();
    await look(first, 'dots: result');
    await look(presenter, 'presenter: dots result', { widths: [1280] });

    // Formats.
    await button(/Weiter zu/).click();
    await vote(people, async (person, at) => {
      for (let item = 0; item < 4; ++item)
        await person.page
          .getByRole('radiogroup')
          .nth(item)
          .locator('label')
          .nth((at + item) % 3)
          .click();
    });
    await look(first, 'stances');
    for (const each of people) await each.settled(code);
    await button('Abstimmung beenden').click();
    await dialog().getByRole('button', { name: 'Abstimmung beenden' }).click();
    await first.sees('6 Stimmen.');
    await look(first, 'stances: result');
    await look(presenter, 'presenter: stances result', { widths: [1280] });

    // Feedback, and the end.
    await button(/Weiter zu/).click();
    await first.sees('Was nehmen Sie mit?');
    await first.write('Kurzweilig, und alle kamen zu Wort.');
    await first.settled(code);
    await look(first, 'feedback');
    await button('Workshop beenden').click();
    await look(facilitator, 'close?', { widths: [390, 1280] });
    await dialog().getByRole('button', { name: 'Workshop beenden' }).click();
    await first.sees('Danke!');
    await presenter.sees('Danke!');
    await first.page.getByLabel('E-Mail-Adresse').fill('keine Adresse');
    await button('Zusenden', first.page).click();
    await first.sees('Das sieht nicht wie eine E-Mail-Adresse aus.');
    await look(first, 'closed');
    await first.page.getByLabel('E-Mail-Adresse').fill('amt@example.org');
    await button('Zusenden', first.page).click();
    await first.sees('Das Protokoll geht an amt@example.org.');
    await look(presenter, 'presenter: closed', { widths: [1280] });
    await until(() => server.letters().length === 1, 'one mail');
    const [letter] = server.letters();
    expect(letter.includes('To: <amt@example.org>'), 'the mail goes to the address');
    await facilitator.sees('1 Mail ist verschickt.');
    await look(facilitator, 'after');

    // The minutes say what was written, and what was removed.
    const minutes = await (
      await fetch(await desk.getByRole('link', { name: 'JSON' }).evaluate((it) => it.href))
    ).json();
    const told = JSON.stringify(minutes);
    const missing = ideas.filter((text) => !told.includes(text));
    expect(missing.length === 1, `minutes lack the one removed card only, and not ${missing.join(' | ')}`);
    expect(told.includes('Da bin ich dabei'), 'minutes have the comment');

    // What arrived is off the device without being asked, the address as well.
    const kept = await first.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(!kept.includes('amt@') && !kept.includes('editSecret'), `no address and no card is kept: ${kept}`);

    // On this device nothing is left that would tell of it.
    await first.page.reload();
    await first.sees('Danke!');
    await button('Auf diesem Gerät vergessen', first.page).click();
    await first.sees('An einem Workshop teilnehmen');
    const left = await first.page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith('klartext:')),
    );
    expect(left.length === 0, `nothing of the workshop is kept, not ${left}`);

    await desk.getByRole('link', { name: 'Alle Workshops' }).click();
    await desk.getByRole('heading', { name: 'Meine Workshops' }).waitFor();
    await look(facilitator, 'sessions');
    for (const each of [facilitator, presenter, ...people]) wrong.push(...each.complaints);
    nothing(wrong);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Without the link: the code is typed, wrong at first. */
async function byCode(person, server, code, look) {
  const { page } = person;
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Weiter' }).click();
  await person.sees('Geben Sie den Code ein.');
  await page.getByLabel('Code').fill('123');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await person.sees('Ein Code hat acht Zeichen');
  await look(person, 'join');
  await page.getByLabel('Code').fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
  await page.getByRole('button', { name: 'Weiter' }).click();
  await person.sees('Hinweis zu diesem Workshop');
  await look(person, 'notice');
  await page.getByRole('button', { name: 'Teilnehmen' }).click();
  await page.locator('header .title').waitFor();
}

async function vote(people, cast) {
  for (const [at, person] of people.entries()) await cast(person, at);
}

await run({ whole });
