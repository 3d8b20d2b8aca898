import { until } from './room.mjs';

export const items = ['Parkbänke am Rathausplatz', 'Ein Radweg zur Schule', 'Alles bleibt, wie es ist'];
export const button = (page, name) => page.getByRole('button', { name, exact: false });

const radio = (page, item, value) =>
  page.getByRole('radiogroup', { name: items[item] }).getByRole('radio', { name: new RegExp(`^${value}( |$)`) });
const step = (page, item, value) => radio(page, item, value).check({ force: true });
const value = async (field, wanted) => (await field.inputValue()) === wanted;

/** How each is cast by two people, how the ballot is to be seen then, and what the result says. */
export const methods = {
  dots: {
    rules: { budget: 3, perItem: 2 },
    cast: (page) => button(page, 'Punkt setzen').first().click(),
    shows: async (page) => (await page.getByText('1 Punkt von Ihnen').count()) === 1,
    result: '2 Punkte von 2 Personen.',
  },
  single_choice: {
    cast: (page) => page.locator('label.card').first().click(),
    shows: (page) => page.locator('label.card input').first().isChecked(),
    result: '2 Stimmen.',
  },
  agree_disagree: {
    cast: (page) => page.getByText('Zustimmung').first().click(),
    shows: (page) => page.getByRole('radio', { name: 'Zustimmung' }).first().isChecked(),
    result: '2 Stimmen.',
  },
  rating: {
    rules: { lowest: 1, steps: 5, labels: [], cannotJudge: true, mood: false },
    cast: async (page, at) => {
      await step(page, 0, at === 0 ? 1 : 5);
      await page.getByText('Kann ich nicht beurteilen').nth(1).click();
    },
    shows: async (page) =>
      (await radio(page, 0, 5).isChecked()) &&
      (await page.getByRole('radio', { name: 'Kann ich nicht beurteilen' }).nth(1).isChecked()),
    result: 'Darüber reden',
  },
  mood: {
    method: 'rating',
    rules: { lowest: 0, steps: 11, labels: [], cannotJudge: false, mood: true },
    cast: (page) => step(page, 0, 10),
    shows: (page) => radio(page, 0, 10).isChecked(),
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
    shows: async (page) => (await page.locator('ol li.card').first().innerText()).includes(items[1]),
    result: 'schlägt',
    folded: ['Direkte Vergleiche', 'Runden der Stichwahl'],
  },
  multiple_choice: {
    rules: { least: 2, most: 2, other: true },
    cast: async (page) => {
      await page.locator('label.card').first().click();
      await page.locator('main').getByText('Noch 1 Kreuz, dann zählt Ihre Stimme.').waitFor();
      await page.getByLabel('Etwas anderes').fill('Eine Bushaltestelle');
      await page.getByLabel('Etwas anderes').blur();
    },
    shows: async (page) =>
      (await page.locator('label.card input').first().isChecked()) &&
      (await value(page.getByLabel('Etwas anderes'), 'Eine Bushaltestelle')),
    result: 'Etwas anderes',
    folded: ['2 eigene Antworten'],
  },
  approval: {
    cast: async (page) => {
      await page.locator('label.card').nth(0).click();
      await page.locator('label.card').nth(1).click();
    },
    shows: async (page) => (await page.locator('label.card input:checked').count()) === 2,
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
    shows: async (page) =>
      (await value(page.getByLabel('Punkte').first(), '70')) && (await value(page.getByLabel('Punkte').nth(1), '30')),
    result: '200 Punkte von 2 Personen.',
  },
  quadratic: {
    method: 'points',
    rules: { budget: 16, perItem: 0, quadratic: true, spendAll: false },
    cast: async (page) => {
      for (let at = 0; at < 3; ++at) await button(page, '1 Punkt dazugeben').first().click();
      await page.getByText('3 Punkte kosten 9.').waitFor();
    },
    shows: (page) => value(page.getByLabel('Punkte').first(), '3'),
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
    shows: (page) =>
      page
        .getByRole('radiogroup', { name: `${items[1]}: Aufwand` })
        .getByRole('radio', { name: /^4( |$)/ })
        .isChecked(),
    result: 'Gesamtwert von 1 bis 5',
  },
  consensing: {
    items: items.slice(0, 2),
    rules: { highest: 10, passive: items[2], veto: 9, objections: true },
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
    shows: async (page) =>
      (await radio(page, 1, 10).isChecked()) &&
      (await value(page.getByLabel('Was spricht dagegen?').nth(1), 'Zu wenig Platz für Bäume')),
    result: '1 Veto',
    folded: ['Einwände (1)'],
  },
  estimate: {
    rules: { decimals: 1, lowest: 0, highest: 500, unit: 'Tage' },
    cast: async (page, at) => {
      const field = page.getByRole('textbox').first();
      await field.fill('viel');
      await field.blur();
      await page.locator('main').getByText('Das ist keine Zahl.').waitFor();
      await field.fill(at === 0 ? '12,5' : '20');
      await field.blur();
    },
    shows: (page) => value(page.getByRole('textbox').first(), '20,0'),
    result: 'Median 16,25 Tage',
  },
  open_text: {
    rules: { longest: 60 },
    cast: async (page, at) => {
      const field = page.getByLabel('Ihre Antwort').first();
      await field.fill(at === 0 ? 'Mehr Schatten' : 'Bänke mit Lehne');
      await page.getByText(`${at === 0 ? 13 : 15} von 60 Zeichen`).waitFor();
      await field.blur();
    },
    shows: (page) => value(page.getByLabel('Ihre Antwort').first(), 'Bänke mit Lehne'),
    result: 'Mehr Schatten',
    table: false,
  },
};

/** Says something about every item, and the opposite for whoever is next: every result is as long as it gets. */
export async function castOnAll(page, name, at) {
  if (['rating', 'mood', 'multi_criteria', 'consensing'].includes(name)) {
    const groups = page.getByRole('radiogroup');
    await groups.first().waitFor();
    for (const group of await groups.all()) {
      const steps = group.getByRole('radio', { name: /^\d/ });
      await (at === 0 ? steps.first() : steps.last()).check({ force: true });
    }
  } else if (['estimate', 'open_text'].includes(name)) {
    const fields = page.locator('main').getByRole('textbox');
    await fields.first().waitFor();
    for (const [nth, field] of (await fields.all()).entries()) {
      await field.fill(
        name === 'estimate' ? `${10 + 7 * nth + 100 * at},5` : `Mehr Schatten und Bänke mit Lehne, ${at} ${nth}`,
      );
      await field.blur();
    }
  } else await methods[name].cast(page, at);
}
