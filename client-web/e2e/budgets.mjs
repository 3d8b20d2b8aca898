// What the pages may weigh and how calm they have to be. The bytes are those of the files as browsers fetch them; the times are printed,
// not judged, because machines differ.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch, Person, phone, until } from './lib/room.mjs';
import { nothing, run } from './lib/run.mjs';
import { Desk, pages, Server } from './lib/server.mjs';

const KiB = 1024;
const wrong = [];

function judge(what, value, limit, unit = '') {
  console.log(`      ${what}: ${value}${unit} (at most ${limit}${unit})`);
  if (value > limit) wrong.push(`${what}: ${value}${unit} is more than ${limit}${unit}`);
}

const inKiB = (bytes) => Math.round((bytes / KiB) * 10) / 10;
/** The JavaScript that this page has fetched so far. */
async function fetched(page) {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map((each) => each.name));
  const files = urls.filter((url) => url.endsWith('.js')).map((url) => join(pages, new URL(url).pathname));
  return inKiB([...new Set(files)].reduce((total, file) => total + zipped(file), 0));
}
const zipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** The files of that name, of which there has to be one. */
function present(names, pattern) {
  const found = names.filter((name) => pattern.test(name));
  if (found.length === 0) wrong.push(`no file of the build is called ${pattern}`);
  return found;
}

/** The files of the build, by what they are for. */
function bytes() {
  const assets = join(pages, 'assets');
  const names = readdirSync(assets).filter((name) => /\.(js|css|woff2)$/.test(name));
  const size = Object.fromEntries(names.map((name) => [name, zipped(join(assets, name))]));
  const html = readFileSync(join(pages, 'index.html'), 'utf8');
  const first = names.filter((name) => html.includes(name));
  for (const kind of [/\.js$/, /\.css$/]) present(first, kind);
  const sum = (list) => list.reduce((total, name) => total + size[name], 0);
  judge('JavaScript of the first view, gzip', inKiB(sum(first.filter((name) => name.endsWith('.js')))), 40, ' KiB');
  judge('style of the first view, gzip', inKiB(sum(first.filter((name) => name.endsWith('.css')))), 8, ' KiB');
  for (const part of [
    'Collect',
    'Vote',
    'Cast',
    'Results',
    'Result',
    'StillWall',
    'Closed',
    'SettingsDialog',
    'Present',
  ])
    judge(
      `${part}, gzip`,
      // -Infinity would be small enough.
      inKiB(Math.max(...present(names, new RegExp(`^${part}-.*\\.js$`)).map((name) => size[name]))),
      8,
      ' KiB',
    );
  // It comes while the door is read.
  const room = Math.max(...present(names, /^room-.*\.js$/).map((name) => size[name]));
  judge('JavaScript of being in a workshop, gzip', inKiB(room), 12, ' KiB');
  const font = present(names, /latin-wght/);
  judge(
    'font of the first view',
    inKiB(Math.max(...font.map((name) => statSync(join(assets, name)).size))),
    36,
    ' KiB',
  );
  nothing(wrong.splice(0));
}

const agenda = [
  { kind: 'collect', id: 'ideen', title: 'Ideen', prompt: '', release: 'waves' },
  { kind: 'vote', method: 'dots', id: 'punkte', title: 'Punkte', prompt: '', items: ['A', 'B'], budget: 3, perItem: 3 },
];

async function live() {
  const server = await Server.start();
  const browser = await launch();
  try {
    const desk = await Desk.login(server.url);
    const session = await desk.create({ title: 'Probe', language: 'de', agenda });
    await session.start();
    await session.open('ideen');

    // The desk's pages, without what they fetch ahead when they have nothing else to do.
    const facilitator = await Person.enter(browser, 'facilitator');
    await facilitator.page.addInitScript(() => {
      globalThis.requestIdleCallback = () => 0;
    });
    await facilitator.login(server);
    const draft = await desk.create({ title: 'Entwurf', language: 'de', agenda });
    await facilitator.page.goto(`${server.url}/desk/sessions/${draft.id}`);
    await facilitator.sees('Workshop starten');
    judge('JavaScript of the editor, gzip', await fetched(facilitator.page), 90, ' KiB');
    await facilitator.page.goto(`${server.url}/desk/sessions/${session.id}`);
    await facilitator.page.locator('label.chip', { hasText: 'Ordnen' }).click();
    await facilitator.sees('Neue Gruppe');
    judge('JavaScript of leading and clustering, gzip', await fetched(facilitator.page), 90, ' KiB');

    // From the QR code to the field, as a phone in a slow network.
    const slow = await Person.enter(browser, 'slow phone', phone);
    const devtools = await slow.context.newCDPSession(slow.page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * KiB * KiB) / 8,
      uploadThroughput: (0.75 * KiB * KiB) / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const requests = [];
    slow.page.on('request', (request) => requests.push(request.url()));
    const began = Date.now();
    await slow.page.goto(`${server.url}/${session.code}`);
    await slow.page.getByRole('button', { name: 'Teilnehmen' }).waitFor();
    const usable = Date.now() - began;
    const paint = await slow.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    console.log(`      first paint ${Math.round(paint)} ms, usable ${usable} ms (4x processor, 150 ms, 1.6 Mbit/s)`);
    judge('requests until it can be used', requests.length, 12);
    const foreign = requests.filter((url) => !url.startsWith(server.url));
    nothing(foreign.map((url) => `a foreign request: ${url}`));

    // Typing while the wall fills.
    const typist = await Person.enter(browser, 'typist', { ...phone, reducedMotion: 'no-preference' });
    await typist.page.addInitScript(() => {
      globalThis.shifts = 0;
      new PerformanceObserver((list) => {
        for (const each of list.getEntries()) if (!each.hadRecentInput) globalThis.shifts += each.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await typist.join(server, session);
    await typist.page.locator('#entry').waitFor();
    await typist.page.evaluate(() => {
      globalThis.shifts = 0;
      globalThis.spoken = [];
      const regions = [...document.querySelectorAll('[role=status]')];
      // Each time that one says something new, the same as before included when it was empty in between.
      for (const each of regions) {
        let said = each.textContent;
        new MutationObserver(() => {
          if (each.textContent && each.textContent !== said) globalThis.spoken.push(each.textContent);
          said = each.textContent;
        }).observe(each, { childList: true, characterData: true, subtree: true });
      }
    });
    const flood = writing(server, session, 60);
    await typist.page
      .locator('#entry')
      .pressSequentially('Ich schreibe, während Karten kommen. '.repeat(2), { delay: 60 });
    await flood;
    await until(async () => (await typist.page.locator('.wall .card').count()) >= 55, 'the wall is full');
    const { shifts, spoken } = await typist.page.evaluate(() => ({
      shifts: globalThis.shifts,
      spoken: globalThis.spoken,
    }));
    judge('layout shift while 60 cards arrive', Math.round(shifts * 1000) / 1000, 0.05);
    judge('announcements in that flood', spoken.length, 6);
    const written = await typist.page.locator('#entry').inputValue();
    if (!written.startsWith('Ich schreibe, während')) wrong.push(`the text is "${written}"`);
    wrong.push(...typist.complaints, ...slow.complaints);
    nothing(wrong.splice(0));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Three people write some cards through the real doors. */
async function writing(server, session, cards) {
  const browser = await launch();
  try {
    const people = [];
    for (let at = 0; at < 3; ++at) {
      const person = await Person.enter(browser, `writer ${at}`);
      await person.join(server, session);
      await person.page.locator('#entry').waitFor();
      people.push(person);
    }
    for (let at = 0; at < cards; ++at)
      await people[at % people.length].write(`Karte ${at}: ein Gedanke, der etwas länger ist`);
    for (const each of people) await each.settled(session.code);
  } finally {
    await browser.close();
  }
}

await run({ bytes, live });
