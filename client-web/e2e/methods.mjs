// Every voting method, from the facilitator's list over the ballot on a phone to the result on a phone, at the desk and on the wall.
import { house } from './lib/house.mjs';
import { button, items, methods } from './lib/methods.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Desk } from './lib/server.mjs';

const played = Object.entries(methods).map(
  ([name, { method = name, items: asked = items, rules = {}, cast, result, folded = [] }]) => [
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
