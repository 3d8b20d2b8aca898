// Every voting method, from the facilitator's list over the ballot on a phone to the result on a phone, at the desk and on the wall.
import { house } from './lib/house.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

const items = ['Parkbänke am Rathausplatz', 'Ein Radweg zur Schule', 'Alles bleibt, wie es ist'];
const button = (page, name) => page.getByRole('button', { name, exact: false });
const step = (page, item, value) =>
  page
    .getByRole('radiogroup', { name: items[item] })
    .getByRole('radio', { name: new RegExp(`^${value}( |$)`) })
    .check({ force: true });

/** How each is cast, and what the result says then. */
const methods = {
  dots: {
    rules: { budget: 3, perItem: 2 },
    cast: (page) => button(page, 'Punkt setzen').first().click(),
    result: '2 Punkte von 2 Personen.',
  },
  single_choice: { cast: (page) => page.locator('label.card').first().click(), result: '2 Stimmen.' },
  agree_disagree: { cast: (page) => page.getByText('Zustimmung').first().click(), result: '2 Stimmen.' },
  rating: {
    rules: { lowest: 1, steps: 5, labels: [], cannotJudge: true, mood: false },
    cast: async (page, at) => {
      await step(page, 0, at === 0 ? 1 : 5);
      await page.getByText('Kann ich nicht beurteilen').nth(1).click();
    },
    result: 'Darüber reden',
  },
  mood: {
    method: 'rating',
    rules: { lowest: 0, steps: 11, labels: [], cannotJudge: false, mood: true },
    cast: (page) => step(page, 0, 10),
    result: 'Median 10',
  },
  ranking: {
    rules: { unranked: 'share_rest', order: 'instant_runoff', most: 0 },
    cast: async (page, at) => {
      for (const each of at === 0 ? [0, 1] : [1, 0]) await button(page, items[each]).first().click();
      await until(async () => (await page.locator('ol li.card').count()) === 2, 'two have a place');
      await button(page, `Nach unten: ${items[at]}`).click();
      await button(page, `Nach oben: ${items[at]}`).click();
    },
    result: 'schlägt',
    folded: ['Direkte Vergleiche', 'Runden der Stichwahl'],
  },
  multiple_choice: {
    rules: { least: 2, most: 2, other: true },
    cast: async (page) => {
      await page.locator('label.card').first().click();
      await page.getByText('Noch 1 Kreuz, dann zählt Ihre Stimme.').waitFor();
      await page.getByLabel('Etwas anderes').fill('Eine Bushaltestelle');
      await page.getByLabel('Etwas anderes').blur();
    },
    result: 'Etwas anderes',
    folded: ['2 eigene Antworten'],
  },
  approval: {
    cast: async (page) => {
      await page.locator('label.card').nth(0).click();
      await page.locator('label.card').nth(1).click();
    },
    result: '2 Stimmen.',
  },
  points: {
    rules: { budget: 100, perItem: 0, quadratic: false, spendAll: true },
    cast: async (page) => {
      await page.getByLabel('Punkte').first().fill('70');
      await page.getByLabel('Punkte').first().blur();
      await page.getByText('Noch 30 zu vergeben, dann').waitFor();
      await page.getByLabel('Punkte').nth(1).fill('99');
      await page.getByLabel('Punkte').nth(1).blur();
      await page.getByText('Alles vergeben', { exact: true }).waitFor();
    },
    result: '200 Punkte von 2 Personen.',
  },
  quadratic: {
    method: 'points',
    rules: { budget: 16, perItem: 0, quadratic: true, spendAll: false },
    cast: async (page) => {
      for (let at = 0; at < 3; ++at) await button(page, '1 Punkt dazugeben').first().click();
      await page.getByText('3 Punkte kosten 9.').waitFor();
    },
    result: '6 Punkte von 2 Personen.',
  },
  multi_criteria: {
    rules: {
      criteria: [
        { title: 'Wirkung', weight: 2, inverted: false },
        { title: 'Aufwand', weight: 1, inverted: true },
      ],
      lowest: 1,
      steps: 5,
      cannotJudge: true,
    },
    cast: async (page, at) => {
      for (const item of [0, 1]) {
        for (const [nth, title] of ['Wirkung', 'Aufwand'].entries()) {
          await page
            .getByRole('radiogroup', { name: `${items[item]}: ${title}` })
            .getByRole('radio', { name: new RegExp(`^${1 + item + nth + at}( |$)`) })
            .check({ force: true });
        }
      }
    },
    result: 'Gesamtwert von 1 bis 5',
  },
  consensing: {
    rules: { highest: 10, passive: true, veto: 9, objections: true },
    cast: async (page, at) => {
      await step(page, 0, 2);
      await step(page, 1, at === 0 ? 0 : 10);
      await step(page, 2, 5);
      if (at === 0) return;
      await page.getByText('Das ist ein Veto.').waitFor();
      await page.getByText('Einwand nennen').nth(1).click();
      await page.getByLabel('Was spricht dagegen?').nth(1).fill('Zu wenig Platz für Bäume');
      await page.getByLabel('Was spricht dagegen?').nth(1).blur();
    },
    result: '1 Veto',
    folded: ['Einwände (1)'],
  },
  estimate: {
    rules: { decimals: 1, lowest: 0, highest: 500, unit: 'Tage' },
    cast: async (page, at) => {
      const field = page.getByRole('textbox').first();
      await field.fill('viel');
      await field.blur();
      await page.getByText('Das ist keine Zahl.').waitFor();
      await field.fill(at === 0 ? '12,5' : '20');
      await field.blur();
    },
    result: 'Median 16,25 Tage',
  },
};

const played = Object.entries(methods).map(([name, { method = name, rules = {}, cast, result, folded = [] }]) => [
  name,
  () =>
    house(async ({ server, enter }) => {
      const vote = { kind: 'vote', method, id: 'a', title: 'Was zuerst?', prompt: '', items, ...rules };
      const again = { ...vote, id: 'b', title: 'Noch einmal', items: { from: 'a', take: 'items' } };
      const desk = await Desk.login(server.url);
      const plan = { title: 'Probe', language: 'de', openSmallGroup: true, agenda: [vote, again] };
      const session = await desk.create(plan);
      await session.start();
      const room = [];
      for (const at of [0, 1]) {
        const person = await enter(`${name} ${at}`, phone);
        await person.join(server, session);
        room.push(person);
      }
      const presenter = await enter('presenter');
      await presenter.page.goto(`${server.url}/${session.code}/present`);
      const wrong = [];

      for (const round of ['a', 'b']) {
        await session.open(round);
        await presenter.sees(items[0]);
        for (const [at, { page }] of room.entries()) {
          await page.getByText('Sie haben noch nicht abgestimmt.').waitFor();
          if (at === 0 && round === 'a') wrong.push(...(await inspect(page, `${name}: empty ballot`)));
          await cast(page, at);
          await page.getByText('Angekommen').first().waitFor();
        }
        for (const each of room) await each.settled(session.code);
        if (round === 'a') {
          wrong.push(...(await inspect(room[1].page, `${name}: ballot`)));
          await room[1].page.reload();
          await room[1].sees('Angekommen');
        }
        await session.closeStep(round);
        for (const person of [...room, presenter]) await person.sees(result);
      }
      const [{ page }] = room;
      await page.getByText('Als Tabelle anzeigen').click();
      for (const each of folded) await page.getByText(each).first().click();
      wrong.push(...(await inspect(page, `${name}: result`)));
      await presenter.page.getByRole('region', { name: 'Ergebnis' }).waitFor();
      wrong.push(...(await inspect(presenter.page, `${name}: wall`, { widths: [1280] })));
      nothing(wrong);
    }),
]);

/** The list of methods, and the fields of each. */
const library = () =>
  house(async ({ server, enter }) => {
    const facilitator = await enter('facilitator');
    const { page } = facilitator;
    await facilitator.login(server);
    const session = await (await Desk.login(server.url)).create({ title: 'Probe', language: 'de', agenda: [] });
    await page.goto(`${server.url}/desk/sessions/${session.id}`);
    const open = () => page.locator('dialog[open]');
    await button(page, /^Abstimmen/).click();
    await open().getByText('Methode wählen').waitFor();
    const wrong = await inspect(page, 'the list of methods', { widths: [390, 1280] });
    const names = await open().locator('li button b').allInnerTexts();
    expect(names.length === 11, `${names.length} methods`);
    await open().getByLabel('Suchen').fill('widerstand');
    await until(async () => (await open().locator('li button b').count()) === 1, 'one is found');
    await open().getByRole('button', { name: 'Systemisches Konsensieren' }).click();
    for (const name of names) {
      await page.getByRole('button', { name: 'Andere Methode wählen' }).click();
      await open().getByRole('button', { name }).click();
      await page.locator('.method b', { hasText: name }).waitFor();
      wrong.push(...(await inspect(page, `the fields of ${name}`, { widths: [390, 1280] })));
      const saving = page.locator('.saving');
      await until(async () => !/Wird/.test(await saving.innerText()), 'the server has answered');
      expect(
        (await saving.innerText()).trim() === 'Gespeichert',
        `${name}: ${await page.locator('.edit .problem').allInnerTexts()}`,
      );
      await button(page, 'Vorschau').first().click();
      await open().getByText('So sehen es die Teilnehmenden').waitFor();
      wrong.push(...(await inspect(page, `the preview of ${name}`, { widths: [390] })));
      await open().getByRole('button', { name: 'Schließen' }).click();
    }
    nothing(wrong);
  });

await run({ library, ...Object.fromEntries(played) });
