// One workshop with every kind of step and every method, whose titles, items and entries are German, Arabic, Hebrew and emoji: led at the
// desk, answered on a phone, shown on the wall, and found in the minutes as they were written.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { house } from './lib/house.mjs';
import { inspect, phone, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { entries, items, readings } from './lib/scripts.mjs';
import { Desk } from './lib/server.mjs';

const { german, arabic, hebrew, emoji } = entries;
const button = (page, name) => page.getByRole('button', { name, exact: false });
const group = (page, at) => page.getByRole('radiogroup').nth(at);
const step = (page, at, value) =>
  group(page, at)
    .getByRole('radio', { name: new RegExp(`^${value}( |$)`) })
    .check({ force: true });
const fill = async (field, text) => {
  await field.fill(text);
  await field.blur();
};

const titles = ['Gehört das dazu? Äh, ja!', 'ما رأيكم في 3 مقترحات؟', 'מה דעתכם על 3 הצעות?', '🧑🏾‍🤝‍🧑🏻 Was jetzt, 🏳️‍🌈?'];
const sections = ['Räume & Höfe!', 'الشوارع (5)!', 'השכונה (2)!', '🌳🚲'];

/** Rules of each method, how it is cast on the phone, and what the ballot says in words. */
const methods = {
  single_choice: { cast: (page) => page.locator('label.card').nth(1).click() },
  multiple_choice: {
    rules: { least: 0, most: 0, other: true },
    cast: async (page) => {
      for (const at of [1, 2]) await page.locator('label.card').nth(at).click();
      await fill(page.getByLabel('Etwas anderes'), 'أو شيء آخر (مثل Café 24)!');
    },
    words: ['أو شيء آخر (مثل Café 24)!'],
    folded: '1 eigene Antwort',
  },
  approval: {
    cast: async (page) => {
      for (const at of [1, 3]) await page.locator('label.card').nth(at).click();
    },
  },
  agree_disagree: {
    cast: async (page) => {
      for (const at of [0, 1, 2, 3])
        await group(page, at)
          .locator('label')
          .nth(at % 3)
          .click();
    },
  },
  dots: {
    rules: { budget: 5, perItem: 5 },
    cast: async (page) => {
      for (const at of [1, 2, 3]) await button(page, 'Punkt setzen').nth(at).click();
    },
  },
  points: {
    rules: { budget: 100, perItem: 0, quadratic: false, spendAll: false },
    cast: async (page) => {
      await fill(page.getByLabel('Punkte').nth(1), '70');
      await fill(page.getByLabel('Punkte').nth(2), '30');
    },
  },
  ranking: {
    rules: { unranked: 'share_rest', order: 'instant_runoff', most: 0 },
    cast: async (page) => {
      for (const each of [hebrew, arabic]) await button(page, each).first().click();
      await until(async () => (await page.locator('ol li.card').count()) === 2, 'two have a place');
    },
  },
  rating: {
    rules: { lowest: 1, steps: 3, labels: ['غير مهم!', '', 'חשוב מאוד!'], cannotJudge: true, mood: false },
    cast: async (page) => {
      for (const at of [0, 1, 2]) await step(page, at, at + 1);
      await page.getByText('Kann ich nicht beurteilen').nth(3).click();
    },
  },
  multi_criteria: {
    rules: {
      criteria: [
        { title: 'الأثر (1)!', weight: 2, inverted: false },
        { title: 'המאמץ (2)!', weight: 1, inverted: true },
      ],
      lowest: 1,
      steps: 5,
      cannotJudge: true,
    },
    cast: async (page) => {
      for (let at = 0; at < 8; ++at) await step(page, at, 1 + (at % 5));
    },
    also: ['الأثر (1)!'],
  },
  consensing: {
    items: [german, arabic, hebrew],
    rules: { highest: 10, passive: emoji, veto: 9, objections: true },
    cast: async (page) => {
      for (const at of [0, 1, 2, 3]) await step(page, at, 3 * at);
      await page.getByText('Einwand nennen').nth(1).click();
      await fill(page.getByLabel('Was spricht dagegen?').nth(1), 'יקר מדי (כ-900 €)!');
    },
    words: ['יקר מדי (כ-900 €)!'],
    folded: 'Einwände (1)',
  },
  estimate: {
    rules: { decimals: 0, lowest: 0, highest: 500, unit: 'יום' },
    cast: async (page) => {
      for (const at of [0, 1, 2, 3]) await fill(page.getByRole('textbox').nth(at), `${10 * at + 5}`);
    },
  },
  open_text: {
    rules: { longest: 200 },
    cast: async (page) => {
      for (const [at, text] of answers.entries()) await fill(page.getByLabel('Ihre Antwort').nth(at), text);
    },
    words: ['Öfter mähen – „jährlich“!', 'المزيد من الظل من فضلكم (2 أو 3)!', 'יותר צל בבקשה (2–3)!', '🧕🏼 Ja 👩‍👩‍👦!'],
  },
};
const answers = methods.open_text.words;

const listed = (values) => values.map((title, at) => ({ id: `s${at}`, title }));
const tones = ['yellow', 'red', 'blue', 'green'];
const cards = (id, more) => ({ kind: 'collect', id, title: titles[1], prompt: '', release: 'live', ...more });
const fields = ['Ziele!', 'الأهداف (1)!', 'מכשולים (2)!', '🎯'];

const agenda = [
  { kind: 'present', id: 'start', title: titles[3], prompt: `${german}\n\n${arabic}\n\n- ${hebrew}\n- ${emoji}` },
  cards('karten', {
    sections: listed(sections),
    kinds: ['Wünsche', 'أسئلة (2)!', 'חששות (3)!', '💡'].map((title, at) => ({ id: `k${at}`, title, tone: tones[at] })),
    comments: true,
  }),
  cards('canvas', {
    title: titles[2],
    sections: fields.map((title, at) => ({ id: `f${at}`, title, canvas: 'شخصية 1 (Persona)!' })),
    layout: 'persona',
  }),
  ...Object.entries(methods).map(([method, { rules = {}, items: asked = items }], at) => ({
    kind: 'vote',
    method,
    id: method,
    title: titles[at % titles.length],
    prompt: '',
    items: asked,
    ...rules,
  })),
  { kind: 'measures', id: 'massnahmen', title: titles[1], prompt: '' },
  { kind: 'sign_up', id: 'dabei', title: titles[2], prompt: '', items },
  { kind: 'feedback', id: 'schluss', title: titles[3], prompt: '' },
];

/** With SHOTS set, a picture of each page and state for the eye. */
async function picture(page, name) {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** One workshop and its three pages, and everything that was wrong on the way. */
class Acceptance {
  static async begin({ server, enter }) {
    const it = new Acceptance();
    const desk = await Desk.login(server.url);
    it.session = await desk.create({ title: `Probe ${arabic}`, language: 'de', openSmallGroup: true, agenda });
    it.facilitator = await enter('facilitator');
    await it.facilitator.login(server);
    await it.facilitator.page.goto(`${server.url}/desk/sessions/${it.session.id}`);
    it.server = server;
    it.enter = enter;
    it.wrong = [];
    it.written = [];
    return it;
  }

  /** The phone joins, the wall hangs. */
  async room() {
    this.person = await this.enter('participant', phone);
    await this.person.join(this.server, this.session);
    this.presenter = await this.enter('presenter');
    await this.presenter.page.goto(`${this.server.url}/${this.session.code}/present`);
    this.pages = [
      ['phone', this.person.page, 390],
      ['wall', this.presenter.page, 1280],
      ['desk', this.facilitator.page, 1280],
    ];
  }

  /** The texts stand on each of these pages, the right way round, and axe finds nothing. */
  async look(where, texts, names = ['phone', 'wall', 'desk']) {
    for (const [name, page, width] of this.pages.filter(([name]) => names.includes(name))) {
      let seen = { found: [], wrong: [] };
      const all = async () => {
        seen = await readings(page, texts);
        return texts.every((each) => seen.found.includes(each));
      };
      await until(all, `${where} on the ${name}`, 8000).catch(() => {});
      const missing = texts.filter((each) => !seen.found.includes(each)).map((each) => `not there: "${each}"`);
      this.wrong.push(...[...seen.wrong, ...missing].map((each) => `${where}, ${name}: ${each}`));
      await picture(page, `${where}-${name}`);
      this.wrong.push(...(await inspect(page, `${where}, ${name}`, { widths: [width] })));
    }
  }

  button(name) {
    return this.facilitator.page.getByRole('button', { name });
  }

  /** The facilitator goes on to the step. */
  async open(id) {
    await this.button(/^(Weiter zu|Beginnen mit)/).click();
    const { title } = agenda.find((each) => each.id === id);
    await this.person.page.getByRole('heading', { name: title }).first().waitFor();
  }

  async close(name = 'Schritt beenden') {
    await this.button(name).click();
    const asked = this.facilitator.page.locator('dialog[open]').getByRole('button', { name });
    if (name === 'Abstimmung beenden') await asked.click();
  }

  async vote(id) {
    const { cast, words = [], also = [], folded } = methods[id];
    await this.open(id);
    await this.look(`${id}, empty`, [...items, ...also], ['phone']);
    await this.look(`${id}, open`, items, ['wall', 'desk']);
    await cast(this.person.page);
    await this.person.page.getByText('Angekommen').first().waitFor();
    await this.person.settled(this.session.code);
    await this.look(`${id}, cast`, words, ['phone']);
    await this.close('Abstimmung beenden');
    const abstain = this.person.page.getByRole('button', { name: 'Ich enthalte mich' });
    await until(async () => (await abstain.count()) === 0, 'the ballot has made room for the result');
    if (folded) for (const { page } of [this.person, this.facilitator]) await page.getByText(folded).first().click();
    const told = id === 'open_text' ? words : items;
    await this.look(`${id}, result`, [...told, ...(folded ? words : [])], ['phone', 'desk']);
    await this.look(`${id}, result`, told, ['wall']);
    this.written.push(...words);
  }

  async write(text, choose = async () => {}) {
    await choose(this.person.page.locator('.composer'));
    await this.person.write(text);
    this.written.push(text);
  }
}

/** In the editor, in fields. */
async function planned(it) {
  const { page } = it.facilitator;
  it.pages = [['desk', page, 1280]];
  const plan = page.locator('ol button.step');
  await plan.filter({ hasText: titles[1] }).first().click();
  await it.look('plan of cards', [titles[1]]);
  await plan.filter({ hasText: titles[2] }).nth(1).click();
  await it.look('plan of a vote', [titles[2]]);
}

async function collecting(it) {
  await it.open('karten');
  for (const [at, text] of items.entries())
    await it.write(text, async (composer) => {
      for (const chip of [sections[at], agenda[1].kinds[at].title])
        await composer.locator('label.chip', { hasText: chip }).first().click();
    });
  await it.person.settled(it.session.code);
  await it.person.page.locator('#entry').fill(hebrew);
  await it.look('cards', items);
  await it.person.page.locator('#entry').fill('');
  await it.person.page.locator('.wall .card').first().getByRole('button', { name: 'Kommentieren' }).click();
  await it.person.page.getByLabel('Ihr Kommentar').first().fill('تعليق (2)!');
  await button(it.person.page, 'Kommentar absenden').first().click();
  await it.person.settled(it.session.code);
  it.written.push('تعليق (2)!');
  await it.close();
  await it.look('wall of cards', items);
}

async function canvas(it) {
  await it.open('canvas');
  for (const [at, text] of answers.entries())
    await it.write(text, (composer) => composer.getByLabel('Feld', { exact: true }).selectOption(`f${at}`));
  await it.person.settled(it.session.code);
  await it.look('canvas', answers);
  await it.close();
  await it.look('closed canvas', answers);
}

async function measures(it) {
  await it.open('massnahmen');
  const { page } = it.facilitator;
  await button(page, 'Maßnahme').last().click();
  await page.keyboard.insertText('إصلاح المقعد رقم 3!');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('צוות 4 (Technik)!');
  await page.keyboard.press('Tab');
  await it.facilitator.sees('Alles gespeichert');
  const texts = ['إصلاح المقعد رقم 3!', 'צוות 4 (Technik)!'];
  await it.look('measures', texts);
  it.written.push(...texts);
  await it.close();
}

async function signUp(it) {
  await it.open('dabei');
  const { page } = it.person;
  await page.getByLabel(arabic).check();
  await page.getByLabel('Ihr Name').fill('רות 2 (Müller)!');
  await it.look('sign-up', [...items, 'רות 2 (Müller)!'], ['phone']);
  await button(page, 'Eintragen').click();
  await page.getByText('Angekommen').first().waitFor();
  await it.person.settled(it.session.code);
  await it.look('signed up', [arabic, 'רות 2 (Müller)!'], ['phone']);
  await button(it.facilitator.page, 'Liste neu laden').click();
  await it.look('list', ['רות 2 (Müller)!', arabic], ['desk']);
  await it.look('sign-up', items, ['wall']);
  await it.close();
}

async function feedback(it) {
  await it.open('schluss');
  const said = ['Schön war’s, öfter so!', 'شكرًا جزيلًا (10 من 10)!', 'תודה רבה (10 מתוך 10)!', '💃🏽🕺🏿!'];
  for (const each of said) await it.write(each);
  await it.person.settled(it.session.code);
  await it.person.page.getByText('Meine Karten').click();
  await it.look('feedback', said, ['phone']);
}

/**
 * Words of letters alone: in which order the runs of a line come out of a PDF is the reader's affair, and pdftotext turns round the two
 * letters of lam with alef, which are one sign.
 */
const wordsOf = (text) =>
  text.split(/[^\p{L}\p{M}]+/u).filter((each) => each.length > 2 && !/ل\p{M}*[اأإآ]/u.test(each));

async function inTheMinutes(it) {
  const { cookie, url } = it.session.desk;
  const read = async (name) => {
    const answer = await fetch(`${url}/api/v1/desk/sessions/${it.session.id}/minutes/${name}`, {
      headers: { Cookie: cookie },
    });
    expect(answer.ok, `${name}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const strings = (value) => (typeof value === 'object' && value ? Object.values(value).flatMap(strings) : [value]);
  const json = new Set(strings(JSON.parse((await read('minutes.json')).toString())));
  const page = (await read('minutes.html')).toString();
  const escaped = (text) => text.replaceAll('&', '&amp;');
  const texts = [...new Set([...it.written, ...items, ...titles, ...sections, ...fields])];
  for (const each of texts) {
    expect(json.has(each), `${each} in the JSON, byte for byte`);
    expect(page.includes(escaped(each)), `${each} in the page of the minutes`);
  }
  expect(!page.includes('רות 2'), 'and no name that somebody signed up with');
  const file = join(it.server.folder, 'minutes.pdf');
  writeFileSync(file, await read('minutes.pdf'));
  const made = spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
  expect(made.status === 0, `pdftotext reads the PDF: ${made.stderr ?? made.error}`);
  const words = texts.flatMap(wordsOf);
  const lost = words.filter((each) => !made.stdout.includes(each));
  expect(words.length > 40 && lost.length === 0, `the words are in the PDF, all but ${lost}`);
}

const workshop = () =>
  house(async (place) => {
    const it = await Acceptance.begin(place);
    await planned(it);
    await it.room();
    await it.button('Workshop starten').click();
    await it.facilitator.page.locator('dialog[open]').getByRole('button', { name: 'Workshop starten' }).click();
    await it.open('start');
    await it.look('present', items, ['phone', 'wall']);
    await collecting(it);
    await canvas(it);
    for (const id of Object.keys(methods)) await it.vote(id);
    await measures(it);
    await signUp(it);
    await feedback(it);
    await it.session.close();
    await inTheMinutes(it);
    nothing(it.wrong);
  });

await run({ workshop });
