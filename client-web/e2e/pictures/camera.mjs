import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { laptop, phone } from '../lib/room.mjs';

/** Under this name the pages stand in the pictures; the browser finds them on this machine. */
export const host = 'klartext.example.org';

export function launchFor(server) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedMode,HttpsFirstBalancedModeAutoEnable',
      `--host-resolver-rules=MAP ${host} 127.0.0.1:${server.port}`,
    ],
  });
}

const sizes = { d: laptop.viewport, m: phone.viewport };

/** To the top of the page, or with something at the top of the screen, below the bar. */
function scrolled(at) {
  const there = at && document.querySelector(at);
  scrollTo(0, there ? there.getBoundingClientRect().top + scrollY - 80 : 0);
}

/** Until the colours have changed, however busy the machine is. */
async function still() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const patience = new Promise((done) => setTimeout(done, 2000));
  await frame();
  await frame();
  await Promise.race([patience, Promise.allSettled(document.getAnimations().map((each) => each.finished))]);
  await frame();
}

/** Takes a page in both sizes and themes: NAME-(d|m)-(light|dark).png. */
export class Camera {
  #folder;
  #taken = [];

  constructor(folder) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  async shoot({ page }, name, { at, only = ['d-light', 'd-dark', 'm-light', 'm-dark'] } = {}) {
    await page.mouse.move(0, 0);
    for (const kind of only) {
      const [size, theme] = kind.split('-');
      await page.setViewportSize(sizes[size]);
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(100);
      await page.evaluate(scrolled, at);
      await page.evaluate(still);
      await this.#take(page, `${name}-${kind}`);
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(sizes.d);
  }

  /** For dialogs and rarer states: each size and each theme once. */
  glance(person, name, options) {
    return this.shoot(person, name, { ...options, only: ['d-light', 'm-dark'] });
  }

  /** The presenter has one size, and a theme of its own. */
  async project({ page }, name) {
    for (const theme of ['light', 'dark']) {
      await page.waitForTimeout(300);
      await this.#take(page, `${name}-d-${theme}`);
      await page.getByRole('button', { name: 'Dunkle Darstellung' }).click();
      await page.mouse.move(0, 0);
    }
  }

  async #take(page, name) {
    const path = join(this.#folder, `${name}.png`);
    rmSync(path, { force: true });
    await page.screenshot({ path });
    this.#taken.push(path);
  }

  /** Few colours are enough for flat pages; without pngquant the pictures stay as they are. */
  develop() {
    for (let at = 0; at < this.#taken.length; at += 50) {
      const some = this.#taken.slice(at, at + 50);
      spawnSync('pngquant', ['--ext', '.png', '--force', '--strip', '--nofs', '--speed', '1', '32', '--', ...some]);
    }
    const bytes = this.#taken.reduce((sum, path) => sum + statSync(path).size, 0);
    return `${this.#taken.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`;
  }
}
