import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const laptop = { viewport: { width: 1280, height: 800 } };

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
      // What the network does not let through is the test's own doing.
      if (message.type() === 'error' && !/net::ERR_|WebSocket connection to/.test(message.text()))
        this.complaints.push(`${this.name}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${this.name}: ${error.message}`));
    return page;
  }

  async join(server, session) {
    await this.page.goto(`${server.url}/${session.code}`);
    await this.page.getByRole('button', { name: /^(Teilnehmen|Take part)$/ }).click();
    await this.page.locator('header .title').waitFor();
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

/** Axe and overflow in both themes at three widths; gives what is wrong. */
export async function inspect(page, where, { themes = ['light', 'dark'], widths = [320, 390, 1280] } = {}) {
  const wrong = [];
  const before = page.viewportSize();
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 800 });
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(150);
      const at = `${where}, ${colorScheme}, ${width}`;
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      for (const each of violations)
        wrong.push(
          `${at}: ${each.id}: ${each.nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
        );
      const wide = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return undefined;
        const over = [...document.querySelectorAll('*')].find((each) => each.getBoundingClientRect().right > room + 1);
        return over?.outerHTML.slice(0, 120) ?? 'something';
      });
      if (wide) wrong.push(`${at}: wider than the screen: ${wide}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
  return wrong;
}
