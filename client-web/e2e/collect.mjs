// What collecting can be besides cards on a wall: kinds of cards, cards per person, cards entered for somebody, a parking lot that is open
// all the time, canvases; and preparing all that at the desk.
import { house } from './lib/house.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

const kinds = [
  { id: 'idee', title: 'Idee', tone: 'yellow' },
  { id: 'bedenken', title: 'Bedenken', tone: 'red' },
  { id: 'frage', title: 'Frage', tone: 'blue' },
];
const ideas = {
  kind: 'collect',
  id: 'ideen',
  title: 'Was fehlt im Stadthaus?',
  prompt: 'Ein Gedanke pro Karte.',
  release: 'live',
};
const lot = { ...ideas, id: 'parken', title: 'Parkplatz', prompt: 'Was heute nicht dran ist.', beside: true };

async function begun({ server }, agenda) {
  const desk = await Desk.login(server.url);
  const session = await desk.create({ title: 'Probe', language: 'de', agenda });
  await session.start();
  return session;
}

async function joined({ server, enter }, session, name, options) {
  const person = await enter(name, options);
  await person.join(server, session);
  return person;
}

async function presenter({ server, enter }, session) {
  const wall = await enter('presenter');
  await wall.page.goto(`${server.url}/${session.code}/present`);
  return wall;
}

async function leading({ server, enter }, session) {
  const facilitator = await enter('facilitator');
  await facilitator.login(server);
  await facilitator.page.goto(`${server.url}/desk/sessions/${session.id}`);
  await facilitator.page.locator('#shown-title').waitFor();
  return facilitator;
}

const wallCards = (person) => person.page.locator('.wall .card');
const chip = (page, name) => page.locator('.composer label.chip', { hasText: name });

const limits = () =>
  house(async (place) => {
    const session = await begun(place, [{ ...ideas, perPerson: 2, comments: true }]);
    const writer = await joined(place, session, 'writer', phone);
    const reader = await joined(place, session, 'reader');
    await session.open('ideen');
    const { page } = writer;
    await writer.sees('Noch 2 von 2 Karten');
    await writer.write('Eine Bank am Eingang');
    await writer.sees('Noch 1 von 2 Karten');
    await writer.write('Ein Tresen für alles');
    await writer.sees('Alle 2 Karten sind geschrieben.');
    await writer.settled(session.code);
    await page.locator('#entry').fill('Eine dritte');
    await page.getByRole('button', { name: 'Karte absenden' }).click({ force: true });
    expect((await page.locator('#entry').inputValue()) === 'Eine dritte', 'the third one stays in the field');
    expect(
      (await page.locator('#entry').getAttribute('aria-invalid')) === 'true',
      'and the field says that it is wrong',
    );
    expect((await writer.kept(session.code)).length === 2, 'two cards were written');
    const wrong = await inspect(page, 'all cards written');

    // Comments are not counted.
    await until(async () => (await wallCards(writer).count()) === 2, 'both are on the wall');
    await wallCards(writer).first().getByRole('button', { name: 'Kommentieren' }).click();
    await page.getByLabel('Ihr Kommentar').first().fill('Mit Lehne, bitte');
    await page.getByRole('button', { name: 'Kommentar absenden' }).first().click();
    await writer.settled(session.code);
    await reader.page.getByText('1 Kommentar').waitFor();

    await page.reload();
    await writer.sees('Alle 2 Karten sind geschrieben.');
    const second = await writer.tab();
    await second.goto(page.url());
    await second.getByText('Alle 2 Karten sind geschrieben.').waitFor();

    // A device that has forgotten what it wrote: the server has not.
    await second.close();
    await page.evaluate((key) => {
      const purse = JSON.parse(localStorage[key]);
      for (const each of Object.values(purse.cards)) each.unused = [...each.all];
      localStorage[key] = JSON.stringify(purse);
    }, `klartext:${session.code}:purse`);
    await page.reload();
    await writer.sees('Noch 2 von 2 Karten');
    await page.getByRole('button', { name: 'Karte absenden' }).click();
    await page.getByText('Sie haben hier schon alle Ihre Karten geschrieben.').first().waitFor();
    expect((await wallCards(reader).count()) === 2, 'others have two cards of this person');

    // Withdrawn, it counts all the same.
    await page.getByRole('button', { name: 'Zurückziehen' }).last().click();
    await writer.settled(session.code);
    const first = wallCards(reader).filter({ hasText: 'Eine Bank am Eingang' });
    await until(async () => (await first.count()) === 0, 'one is withdrawn');
    await writer.sees('Alle 2 Karten sind geschrieben.');
    // Who comes late has as many.
    const late = await joined(place, session, 'late comer');
    await late.sees('Noch 2 von 2 Karten');
    nothing(wrong);
  });

const card_kinds = () =>
  house(async (place) => {
    const session = await begun(place, [{ ...ideas, kinds }]);
    const writer = await joined(place, session, 'writer', phone);
    const reader = await joined(place, session, 'reader');
    const wall = await presenter(place, session);
    await session.open('ideen');
    const { page } = writer;
    await chip(page, 'Bedenken').click();
    await writer.write('Wer soll das pflegen?');
    // The last one is kept, over a reload, too.
    await writer.settled(session.code);
    await page.reload();
    await until(() => chip(page, 'Bedenken').locator('input').isChecked(), 'the kind is still chosen');
    // With the keyboard.
    await chip(page, 'Bedenken').locator('input').focus();
    await page.keyboard.press('ArrowRight');
    await writer.write('Ab wann?');
    await writer.settled(session.code);
    for (const each of [writer, reader, wall]) {
      await until(async () => (await each.page.locator('.card').count()) === 2, 'both cards are there');
      await each.page.locator('.card', { hasText: 'Wer soll das pflegen?' }).getByText('Bedenken').waitFor();
      await each.page.locator('.card', { hasText: 'Ab wann?' }).getByText('Frage').waitFor();
    }
    await reader.page.locator('.wall label.chip', { hasText: 'Frage' }).click();
    await until(async () => (await wallCards(reader).count()) === 1, 'one of this kind');
    await reader.page.locator('.wall label.chip', { hasText: 'Idee' }).click();
    await reader.sees('Von dieser Art hängt noch nichts.');
    const wrong = await inspect(page, 'kinds on a phone');
    wrong.push(...(await inspect(wall.page, 'kinds on the wall', { widths: [1280] })));
    await session.closeStep('ideen');
    await reader.page.locator('.card', { hasText: 'Ab wann?' }).getByText('Frage').waitFor();
    nothing(wrong);
  });

const on_behalf = () =>
  house(async (place) => {
    const session = await begun(place, [{ ...ideas, kinds, perPerson: 1 }]);
    const reader = await joined(place, session, 'reader', phone);
    const wall = await presenter(place, session);
    await session.open('ideen');
    const facilitator = await leading(place, session);
    const { page } = facilitator;
    await page.getByRole('button', { name: 'Für jemanden eintragen' }).click();
    await page.locator('#entry').waitFor();
    await chip(page, 'Frage').click();
    // Several in a row, more than one person may write.
    for (const text of ['Vom Telefon: Gibt es Parkplätze?', 'Aus dem Saal: Wo ist die Rampe?', 'Ein Versehen'])
      await facilitator.write(text);
    await until(async () => (await page.getByText('Angekommen').count()) >= 3, 'all three have arrived');
    const marked = (person, text) =>
      person.page.locator('.card', { hasText: text }).getByText('stellvertretend eingetragen').waitFor();
    for (const each of [reader, wall, facilitator]) await marked(each, 'Gibt es Parkplätze?');
    await facilitator.sees('davon 3 stellvertretend eingetragen');
    const wrong = await inspect(page, 'entering for somebody');

    const own = (text) => page.locator('section.panel li', { hasText: text });
    await own('Gibt es Parkplätze?').getByRole('button', { name: 'Ändern' }).click();
    await page.locator('textarea[id^="edit-"]').fill('Vom Telefon: Gibt es genug Parkplätze?');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await own('Ein Versehen').getByRole('button', { name: 'Zurückziehen' }).click();
    await reader.sees('Gibt es genug Parkplätze?');
    await until(async () => (await reader.page.getByText('Ein Versehen').count()) === 0, 'the slip is gone');

    // What could not be sent waits on this device, over a reload.
    await facilitator.context.setOffline(true);
    await facilitator.write('Aus dem Tunnel');
    await facilitator.sees('Wartet auf Verbindung');
    await facilitator.context.setOffline(false);
    await page.reload();
    await reader.sees('Aus dem Tunnel');
    await until(async () => (await reader.page.locator('.card', { hasText: 'Aus dem Tunnel' }).count()) === 1, 'once');
    wrong.push(...(await inspect(reader.page, 'entered for somebody')));

    await session.closeStep('ideen');
    await session.close();
    const address = `${place.server.url}/api/v1/desk/sessions/${session.id}/minutes/minutes.html`;
    const minutes = await (await fetch(address, { headers: { Cookie: session.desk.cookie } })).text();
    expect(minutes.includes('Gibt es genug Parkplätze?'), 'the minutes hold the card');
    expect(minutes.includes('stellvertretend'), 'the minutes say that it was entered for somebody');
    await facilitator.sees('Protokoll öffnen');
    await until(
      async () =>
        (await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('behalf')))).length === 0,
      'nothing of it is left on the device',
    );
    nothing(wrong);
  });

const parking_lot = () =>
  house(async (place) => {
    const start = { kind: 'present', id: 'start', title: 'Willkommen', prompt: 'Guten Tag.' };
    const session = await begun(place, [start, ideas, lot]);
    const writer = await joined(place, session, 'writer', phone);
    const reader = await joined(place, session, 'reader');
    const wall = await presenter(place, session);
    const { page } = writer;
    const button = (person) => person.page.locator('header nav button');

    // In the waiting room already.
    await writer.sees('Gleich geht es weiter.');
    await button(writer).filter({ hasText: 'Parkplatz' }).click();
    await until(
      () => page.evaluate(() => document.activeElement?.textContent === 'Parkplatz'),
      'the focus is at its title',
    );
    await writer.write('Später: die Cafeteria');
    await writer.settled(session.code);
    await button(reader).filter({ hasText: '1 neu' }).waitFor();
    await wall.page.locator('aside', { hasText: 'Parkplatz' }).getByText('1 Karte').waitFor();
    const wrong = await inspect(page, 'the parking lot');
    await button(writer).filter({ hasText: 'Zurück' }).click();
    await writer.sees('Gleich geht es weiter.');

    // On every step; nobody is thrown out in the middle of a sentence.
    await session.open('start');
    await reader.sees('Guten Tag.');
    await button(reader).filter({ hasText: 'Parkplatz' }).click();
    await reader.sees('Später: die Cafeteria');
    await reader.page.locator('#entry').pressSequentially('Und die Kan');
    await session.closeStep('start');
    await session.open('ideen');
    await reader.sees('Es geht weiter: Was fehlt im Stadthaus?');
    expect((await reader.page.locator('#entry').inputValue()) === 'Und die Kan', 'the sentence is still there');
    await reader.page.locator('#entry').pressSequentially('tine');
    await reader.page.keyboard.press('Enter');
    await reader.settled(session.code);
    await reader.page.getByRole('button', { name: 'Dorthin' }).click();
    await reader.page.getByRole('heading', { name: 'Was fehlt im Stadthaus?' }).waitFor();
    await writer.page.getByRole('heading', { name: 'Was fehlt im Stadthaus?' }).waitFor();
    await button(writer).filter({ hasText: '1 neu' }).waitFor();
    wrong.push(...(await inspect(page, 'a step beside the parking lot')));
    // A draft waits on both sides.
    await page.locator('#entry').fill('Halb');
    await button(writer).click();
    await writer.sees('Und die Kantine');
    await button(writer).click();
    await until(async () => (await page.locator('#entry').inputValue()) === 'Halb', 'the draft is there');

    // At the desk: never up next, always at hand.
    const facilitator = await leading(place, session);
    expect((await facilitator.page.locator('button.next').count()) === 0, 'nothing is up next');
    const agenda = facilitator.page.locator('.side ol button', { hasText: 'Parkplatz' });
    await agenda.getByText('durchgehend offen, 2 Karten').waitFor();
    await agenda.click();
    await facilitator.page.locator('label.chip', { hasText: 'Ordnen' }).click();
    await facilitator.sees('Neue Gruppe');
    await facilitator.page.getByRole('button', { name: 'Allen zeigen' }).click();
    await wall.page.getByRole('heading', { name: 'Parkplatz' }).waitFor();
    await writer.page.getByRole('heading', { name: 'Parkplatz' }).waitFor();
    await session.stage('ideen');
    await facilitator.page.getByRole('button', { name: 'Schritt beenden' }).click();
    await until(async () => (await button(reader).count()) === 0, 'a closed one is not at hand any more');
    wrong.push(...(await inspect(wall.page, 'the wall beside a parking lot', { widths: [1280] })));
    nothing(wrong);
  });

const fields = ['Wer ist das?', 'Alltag', 'Ziele', 'Hürden', 'Werkzeuge', 'Ein Satz'];
const personas = [1, 2, 3].flatMap((at) =>
  fields.map((title, nth) => ({ id: `p${at}f${nth}`, title, canvas: `Persona ${at}` })),
);

const canvases = () =>
  house(async (place) => {
    const session = await begun(place, [{ ...ideas, sections: personas, layout: 'persona' }]);
    const writer = await joined(place, session, 'writer', phone);
    const reader = await joined(place, session, 'reader', { viewport: { width: 1600, height: 900 } });
    const wall = await presenter(place, session);
    await session.open('ideen');
    const { page } = writer;
    await page.getByLabel('Canvas', { exact: true }).selectOption('Persona 2');
    await page.getByLabel('Feld', { exact: true }).selectOption({ label: 'Hürden' });
    await writer.write('Kommt mit dem Formular nicht zurecht');
    await writer.settled(session.code);
    // By the field itself.
    await reader.page.locator('.canvas').nth(2).getByRole('button', { name: 'Hier schreiben: Ziele' }).click();
    await reader.write('Will es beim ersten Mal richtig machen');
    await reader.settled(session.code);
    for (const each of [writer, reader, wall]) {
      const at = (canvas, field, text) =>
        each.page
          .locator('.canvas')
          .nth(canvas)
          .locator('.field', { hasText: field })
          .locator('.card', { hasText: text })
          .waitFor();
      await at(1, 'Hürden', 'Formular');
      await at(2, 'Ziele', 'beim ersten Mal');
    }
    // Where there is room, the canvas looks as it is known; on a phone the fields stand one below the other.
    const places = (person) =>
      person.page
        .locator('.canvas')
        .first()
        .locator('.field')
        .evaluateAll((all) =>
          all.map((each) => each.getBoundingClientRect()).map(({ left, top }) => [Math.round(left), Math.round(top)]),
        );
    const wide = await places(reader);
    expect(wide[0][1] === wide[1][1] && wide[1][0] < wide[2][0], 'three fields beside each other');
    expect(wide[0][0] === wide[5][0] && wide[5][1] > wide[3][1], 'the last one below all');
    const narrow = await places(writer);
    expect(new Set(narrow.map(([left]) => left)).size === 1, 'one column on a phone');
    expect(
      narrow.every(([, top], at) => at === 0 || top > narrow[at - 1][1]),
      'in the order of reading',
    );
    const wrong = await inspect(page, 'canvases');
    wrong.push(...(await inspect(wall.page, 'canvases on the wall', { widths: [1280] })));
    await session.closeStep('ideen');
    await reader.page.locator('.canvas').nth(2).getByText('beim ersten Mal').waitFor();
    nothing(wrong);
  });

const preparing = () =>
  house(async (place) => {
    const facilitator = await place.enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(place.server);
    const session = await (await Desk.login(place.server.url)).create({ title: 'Probe', language: 'de', agenda: [] });
    await page.goto(`${place.server.url}/desk/sessions/${session.id}`);
    await page.getByRole('button', { name: 'Sammeln' }).click();
    await page.getByRole('button', { name: 'Canvas verwenden' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('Wie viele?').fill('3');
    const wrong = await inspect(page, 'choosing a canvas', { widths: [390, 1280] });
    await dialog.getByRole('button', { name: /^Persona/ }).click();
    await page.getByLabel('Titel von Canvas 3').fill('Herr Sommer');
    await page.getByRole('button', { name: 'Noch ein Canvas' }).click();
    await page.getByLabel('Karten haben eine Art').check();
    await page.getByLabel('Art 2: Wort').fill('Sorge');
    await page.getByLabel('Farbe von „Sorge“').selectOption('violet');
    await page.getByLabel('Karten je Person begrenzen').check();
    await page.getByLabel('Karten je Person', { exact: true }).fill('5');
    wrong.push(...(await inspect(page, 'preparing', { widths: [390, 1280] })));
    await page.getByRole('button', { name: 'Vorschau' }).click();
    await page.locator('dialog[open]').getByText('Noch 5 von 5 Karten').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Parkplatz' }).click();
    await page.getByLabel('Parkplatz: durchgehend offen').waitFor();
    await page.getByRole('button', { name: 'Stimmung zu Beginn und Schluss' }).click();
    await page.getByRole('heading', { name: 'Schritt 1: Abstimmen' }).waitFor();
    await page.getByText('Gespeichert').first().waitFor();

    const { agenda } = await session.ask('GET', '');
    expect(agenda.length === 4, `${agenda.length} steps`);
    const [mood, canvas, parking, after] = agenda;
    expect(mood.mood && after.mood && after.items.take === 'items' && after.items.from === mood.id, 'the mood twice');
    expect(canvas.layout === 'persona' && canvas.perPerson === 5, 'layout and limit');
    expect(canvas.sections.length === 24, `${canvas.sections.length} fields`);
    expect(canvas.sections[17].canvas === 'Herr Sommer', 'a title of its own');
    expect(
      canvas.kinds.map((each) => `${each.title} ${each.tone}`).join() === 'Idee yellow,Sorge violet,Frage blue',
      'kinds',
    );
    expect(parking.beside === true, 'open throughout');
    // Back to themes: the fields of the first stay.
    await page.locator('ol button', { hasText: 'Sammeln' }).first().click();
    await page.getByRole('button', { name: 'Ohne Canvas' }).click();
    await until(
      async () => (await page.getByLabel('Themen (eines pro Zeile)').inputValue()).startsWith('Wer ist das?'),
      'themes',
    );
    nothing(wrong);
  });

await run({ limits, card_kinds, on_behalf, parking_lot, canvases, preparing });
