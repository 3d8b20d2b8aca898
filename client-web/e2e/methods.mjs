// Every voting method, from the facilitator's list over the ballot on a phone to the result on a phone, at the desk and on the wall.
import { house } from './lib/house.mjs';
import { button, items as some, methods } from './lib/methods.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

/** Words that no page may break: 80 letters without a gap. */
const longItem = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsausführung!!';
const longCriterion = 'Wirtschaftlichkeitsbetrachtungsverfahrensanweisungsfortschreibungserfordernisse!';
const items = [...some.slice(0, 2), longItem, ...some.slice(2)];

const judge = (page, item, title, value) =>
  page
    .getByRole('radiogroup', { name: `${items[item]}: ${title}` })
    .getByRole('radio', { name: new RegExp(`^${value}( |$)`) })
    .check({ force: true });

const all = {
  ...methods,
  // Means on both sides of the middle, and one item that nobody judges.
  borders: {
    method: 'multi_criteria',
    rules: {
      criteria: [
        { title: longCriterion, weight: 1, inverted: false },
        { title: 'Aufwand', weight: 1, inverted: true },
      ],
      lowest: 0,
      steps: 11,
      cannotJudge: true,
    },
    cast: async (page, at) => {
      for (const item of [0, 1]) {
        await judge(page, item, longCriterion, 4 + item + at);
        await judge(page, item, 'Aufwand', 4 + at);
      }
      if (at === 1) await page.getByText('Kann ich nicht beurteilen').nth(4).click();
    },
    shows: (page) =>
      page
        .getByRole('radiogroup', { name: `${items[1]}: ${longCriterion}` })
        .getByRole('radio', { name: /^6( |$)/ })
        .isChecked(),
    result: '1 Person kann es nicht beurteilen.',
  },
};

/** Each mark of the chart is whole within its quadrant. */
async function marks(page) {
  return page.locator('svg:has(.mark)').evaluate((svg) => {
    const [ground, first] = [...svg.querySelectorAll('.ground, .first')].map((each) => each.getBoundingClientRect());
    const found = [...svg.querySelectorAll('.mark')].map((each) => each.getBoundingClientRect());
    const wrong = found.filter(
      ({ left, right, top, bottom }) =>
        left < ground.left ||
        right > ground.right ||
        top < ground.top ||
        bottom > ground.bottom ||
        (left < first.left && right > first.left) ||
        (top < first.bottom && bottom > first.bottom),
    );
    const sides = found.map(({ left }) => (left < first.left ? 'left' : 'right'));
    return wrong.length > 0 ? 'marks beyond their quadrant' : sides.sort().join(' ');
  });
}

const played = Object.entries(all).map(
  ([name, { method = name, items: asked = items, rules = {}, cast, shows, result, folded = [], table = true }]) => [
    name,
    () =>
      house(async ({ server, enter }) => {
        const vote = { kind: 'vote', method, id: 'a', title: 'Was zuerst?', prompt: '', items: asked, ...rules };
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
            await until(() => shows(room[1].page), 'the ballot is there after a reload');
          }
          await session.closeStep(round);
          for (const person of [...room, presenter]) await person.sees(result);
          const wall = presenter.page.getByRole('region', { name: 'Ergebnis' });
          for (const each of asked) await wall.getByText(each).first().waitFor();
          if (method === 'multi_criteria') {
            for (const { page } of [room[0], presenter]) {
              const found = await marks(page);
              expect(name === 'borders' ? found === 'left right' : !found.includes('beyond'), found);
            }
            // Chart and list side by side: nobody scrolls at a projector.
            const { y } = await wall.getByText(items[0]).first().boundingBox();
            expect(y < 400, `the list begins at ${y}`);
          }
        }
        const [{ page }] = room;
        if (table) await page.getByText('Als Tabelle anzeigen').click();
        for (const each of folded) await page.getByText(each).first().click();
        wrong.push(...(await inspect(page, `${name}: result`)));
        wrong.push(...(await inspect(presenter.page, `${name}: wall`, { widths: [1280] })));
        nothing(wrong);
      }),
  ],
);

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
    expect(names.length === 12, `${names.length} methods`);
    await open().getByLabel('Suchen').fill('widerstand');
    await until(async () => (await open().locator('li button b').count()) === 1, 'one is found');
    await open().getByRole('button', { name: 'Systemisches Konsensieren' }).click();
    for (const name of names) {
      await page.getByRole('button', { name: 'Andere Methode wählen' }).click();
      // Nothing is left of the search before.
      await open().locator('li button b').nth(11).waitFor();
      await open().getByLabel('Suchen').fill(name);
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

/** What is begun stays on the device until it is complete: over a reload, and while another step is looked at. */
const held = () =>
  house(async ({ server, enter }) => {
    const rules = { method: 'points', budget: 100, perItem: 0, quadratic: false, spendAll: true };
    const vote = { kind: 'vote', id: 'a', title: 'Was zuerst?', prompt: '', items, ...rules };
    const ideas = {
      kind: 'collect',
      id: 'b',
      title: 'Ideen',
      prompt: '',
      sections: [],
      comments: false,
      release: 'live',
    };
    const pause = { kind: 'present', id: 'c', title: 'Pause', prompt: 'Bis gleich.' };
    const plan = { title: 'Probe', language: 'de', openSmallGroup: true, agenda: [vote, ideas, pause] };
    const session = await (await Desk.login(server.url)).create(plan);
    await session.start();
    const person = await enter('person', phone);
    const { page } = person;
    await person.join(server, session);
    await session.open('a');
    const field = () => page.getByLabel('Punkte').first();
    await field().fill('95');
    // Nobody leaves the field: the number counts after a pause.
    await person.sees('Noch 5 zu vergeben, dann');
    const there = () =>
      until(async () => (await field().count()) === 1 && (await field().inputValue()) === '95', 'the points are there');
    await page.reload();
    await there();
    await person.sees('Sie haben noch nicht abgestimmt.');
    await session.open('b');
    await page.locator('#entry').waitFor();
    await button(page, 'Was zuerst?').click();
    await there();
    // Whoever writes a number is not taken along.
    await field().focus();
    await session.open('c');
    await person.sees('Es geht weiter: Pause');
    await there();
    await session.stage('a');
    await session.closeStep('a');
    await person.sees('Was Sie zu „Was zuerst?“ zuletzt gewählt hatten, war noch unvollständig und ist nicht gezählt.');
  });

/** One button abstains, whatever the method. */
const abstention = () =>
  house(async ({ server, enter }) => {
    const votes = ['dots', 'single_choice', 'rating'].map((method) => {
      const { rules = {} } = methods[method];
      return { kind: 'vote', method, id: method, title: method, prompt: '', items, ...rules };
    });
    const plan = { title: 'Probe', language: 'de', openSmallGroup: true, agenda: votes };
    const session = await (await Desk.login(server.url)).create(plan);
    await session.start();
    const person = await enter('person', phone);
    const { page } = person;
    await person.join(server, session);
    for (const { id } of votes) {
      await session.open(id);
      await page.getByRole('heading', { name: id }).waitFor();
      await methods[id].cast(page, 1);
      await person.settled(session.code);
      const abstain = page.getByRole('button', { name: 'Ich enthalte mich' });
      await abstain.click();
      await person.settled(session.code);
      await person.sees('Sie enthalten sich.');
      await page.reload();
      await page.getByRole('button', { name: 'Ich enthalte mich', pressed: true }).waitFor();
      await session.closeStep(id);
      await person.sees('1 Enthaltung.');
    }
  });

/** One text is taken out of a result; everybody sees it go, and the minutes say no more than that. */
const removal = () =>
  house(async ({ server, enter }) => {
    const vote = { kind: 'vote', id: 'a', title: 'Wie weiter?', prompt: '', items: some.slice(0, 2) };
    const votes = [
      { ...vote, method: 'open_text', longest: 200 },
      { ...vote, id: 'b', method: 'consensing', highest: 10, passive: '', veto: 0, objections: true },
      { ...vote, id: 'c', method: 'multiple_choice', least: 0, most: 0, other: true },
    ];
    const plan = { title: 'Probe', language: 'de', openSmallGroup: true, agenda: votes };
    const session = await (await Desk.login(server.url)).create(plan);
    await session.start();
    const facilitator = await enter('facilitator');
    await facilitator.login(server);
    await facilitator.page.goto(`${server.url}/desk/sessions/${session.id}`);
    const person = await enter('person', phone);
    await person.join(server, session);
    const presenter = await enter('presenter');
    await presenter.page.goto(`${server.url}/${session.code}/present`);
    const wrong = [];
    const rude = (id) => `Das ist Quatsch (${id})`;
    const labels = { a: 'Ihre Antwort', b: 'Was spricht dagegen?', c: 'Etwas anderes' };
    const folds = { b: 'Einwände (1)', c: '1 eigene Antwort' };
    for (const { id } of votes) {
      await session.open(id);
      if (id === 'b') await person.page.getByText('Einwand nennen').first().click();
      const field = person.page.getByLabel(labels[id]).first();
      await field.fill(rude(id));
      await field.blur();
      await person.settled(session.code);
      await session.closeStep(id);
      for (const { page } of [facilitator, person]) if (folds[id]) await page.getByText(folds[id]).click();
      const told = id === 'a' ? [facilitator, person, presenter] : [facilitator, person];
      for (const each of told) await each.sees(rude(id));
      if (id === 'a') wrong.push(...(await inspect(facilitator.page, 'texts at the desk', { widths: [390, 1280] })));
      await button(facilitator.page, `Text entfernen: ${rude(id)}`).click();
      const asked = facilitator.page.locator('dialog[open]');
      await asked.getByText('Das lässt sich nicht rückgängig machen.').waitFor();
      await asked.getByRole('button', { name: 'Text entfernen' }).click();
      for (const each of [...new Set([...told, presenter])]) {
        await each.sees('1 Text entfernt.');
        await until(async () => (await each.page.getByText(rude(id)).count()) === 0, 'the text is gone');
      }
    }
    nothing(wrong);
    await session.close();
    const minutes = await session.minutes();
    expect(!JSON.stringify(minutes).includes('Quatsch'), 'the minutes have none of the texts');
    expect(
      minutes.activities.every((each) => each.removed === 1 && each.abstentions === 0),
      'they are counted',
    );
  });

/** In the colours of the system the focus is still to be told from the choice. */
const focus = () =>
  house(async ({ server, enter }) => {
    const vote = { kind: 'vote', method: 'rating', id: 'a', title: 'Was zuerst?', prompt: '', items };
    const plan = { title: 'Probe', language: 'de', agenda: [{ ...vote, ...methods.rating.rules }] };
    const session = await (await Desk.login(server.url)).create(plan);
    await session.start();
    const person = await enter('person');
    const { page } = person;
    await person.join(server, session);
    await session.open('a');
    await page.getByText('Kann ich nicht beurteilen').first().waitFor();
    await page.emulateMedia({ forcedColors: 'active' });
    for (const box of ['.step', '.chip']) {
      const chosen = page.locator('li').first().locator(box).first();
      await chosen.locator('input').focus();
      await page.keyboard.press('Space');
      const outline = () =>
        chosen.evaluate((it) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(it);
          return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
        });
      expect((await outline()) >= 3, `a focus ring at the chosen ${box}`);
      await page.locator('body').evaluate(() => document.activeElement.blur());
      await until(async () => (await outline()) === 0, `no focus ring at ${box} without the focus`);
    }
  });

/** One round of everything that has words, in English. */
const english = () =>
  house(async ({ server, enter }) => {
    const vote = { kind: 'vote', method: 'rating', id: 'a', title: 'Which first?', prompt: '', items };
    const agenda = [{ ...vote, ...methods.rating.rules }];
    const session = await (
      await Desk.login(server.url)
    ).create({
      title: 'Trial',
      language: 'en',
      openSmallGroup: true,
      agenda,
    });
    await session.start();
    const person = await enter('person', { ...phone, locale: 'en-GB' });
    await person.join(server, session);
    const presenter = await enter('presenter');
    await presenter.page.goto(`${server.url}/${session.code}/present`);
    await session.open('a');
    await person.sees('Give each item a step.');
    await presenter.sees('Each item from 1 to 5');
    const { page } = person;
    await page.getByText('I cannot judge this').first().click();
    await person.sees('1 of 4 judged');
    await page.getByRole('radiogroup', { name: items[1] }).getByRole('radio', { name: '3' }).check({ force: true });
    await person.settled(session.code);
    const wrong = await inspect(page, 'ballot in English', { widths: [320] });
    await session.closeStep('a');
    for (const each of [person, presenter]) await each.sees('Mean 3');
    await person.sees('1 person cannot judge it.');
    const german = /Stimme|Mittelwert|Vorschlag|beurteil/;
    for (const each of [person, presenter]) {
      const text = (await each.page.locator('main').innerText()).replaceAll(longItem, '');
      expect(!german.test(text), `no German in ${text}`);
    }
    nothing([...wrong, ...(await inspect(page, 'result in English', { widths: [320] }))]);
  });

await run({ library, held, abstention, removal, focus, english, ...Object.fromEntries(played) });
