import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { password } from './server.mjs';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const laptop = { viewport: { width: 1280, height: 800 } };

const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const colours = { type: 'rule', values: ['color-contrast'] };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A browser of somebody's own, with everything that it complained about. */
export class Person {
  static async enter(browser, name, options = {}) {
    const person = new Person();
    person.name = name;
    person.complaints = [];
    person.context = await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce', ...laptop, ...options });
    person.page = await person.tab();
    return person;
  }

  async tab() {
    const page = await this.context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      const { url } = message.location();
      // What the network does not let through is the test's own doing, and a refusal is an answer; anything of the policy is neither.
      const meant = /net::ERR_|WebSocket connection to|status of 4/.test(message.text());
      if (message.type() === 'error' && !meant) this.complaints.push(`${this.name}: ${message.text()} (${url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${this.name}: ${error.message}`));
    return page;
  }

  async join(server, session) {
    await this.page.goto(`${server.url}/${session.code}`);
    await this.page.getByRole('button', { name: /^(Teilnehmen|Take part)$/ }).click();
    await this.page.locator('header .title').first().waitFor();
  }

  async login(server) {
    await this.page.goto(`${server.url}/desk`);
    await this.page.getByLabel('Name').fill('moderation');
    await this.page.getByLabel('Passwort').fill(password);
    await this.page.getByRole('button', { name: 'Anmelden' }).click();
    await this.page.getByRole('heading', { name: 'Meine Workshops' }).waitFor();
  }

  async write(text, page = this.page) {
    await page.locator('#entry').fill(text);
    await page.getByRole('button', { name: /Karte absenden|Send card/ }).click();
  }

  /** The presenter's wall, or a heading, or anything else with this text. */
  sees(text, page = this.page) {
    return page.getByText(text).first().waitFor();
  }

  /** What this device keeps of its own things. */
  kept(code, page = this.page) {
    return page.evaluate((prefix) => {
      const own = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
      return own.map((key) => JSON.parse(localStorage[key]));
    }, `klartext:${code}:own:`);
  }

  /** Until nothing is on its way any more. */
  async settled(code, page = this.page) {
    await until(
      async () => (await this.kept(code, page)).every((each) => each.todo.length === 0),
      'everything is sent',
    );
  }
}

export async function until(check, what, patience = 30_000) {
  const end = Date.now() + patience;
  for (;;) {
    if (await check()) return;
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** What axe finds; `rules` narrows it down. */
async function audit(page, rules) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((each) => `${each.target} ${each.failureSummary}`).join(' | ')}`,
    );
  }, rules);
}

/** Colours are where they are going, and cards that are scrolled out of sight have theirs as well. */
export function still(page) {
  return page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { transition: none !important; content-visibility: visible !important; }');
    document.adoptedStyleSheets = [sheet];
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Of any code: measured with the widest one in the place of what chance has given. */
export function overflow(page) {
  return page.evaluate(() => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const codes = [];
    while (words.nextNode()) {
      const { data } = words.currentNode;
      if (/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4})?$/.test(data)) codes.push([words.currentNode, data]);
    }
    for (const [node, data] of codes) node.data = data.replace(/\w/g, 'W');
    try {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      const over = [...document.querySelectorAll('*')].find((each) => each.getBoundingClientRect().right > room + 1);
      return [`wider than the screen: ${over?.outerHTML.slice(0, 120) ?? 'something'}`];
    } finally {
      for (const [node, data] of codes) node.data = data;
    }
  });
}

/**
 * Axe and overflow at several widths: everything in the light theme; in the dark one the colours, for nothing else differs. Gives what
 * is wrong.
 */
export async function inspect(page, where, { widths = [320, 390, 1280] } = {}) {
  const wrong = [];
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 800 });
    await page.evaluate(() => scrollTo(0, 0));
    for (const [colorScheme, rules] of [
      ['light', everything],
      ['dark', colours],
    ]) {
      await page.emulateMedia({ colorScheme });
      await still(page);
      const found = [...(await audit(page, rules)), ...(await overflow(page))];
      wrong.push(...found.map((each) => `${where}, ${colorScheme}, ${width}: ${each}`));
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  if (before) await page.setViewportSize(before);
  return wrong;
}
