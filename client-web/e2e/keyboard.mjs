// Every flow with the keyboard alone: nothing is clicked here.
import { inspect, launch, Person, until } from './lib/room.mjs';
import { expect, nothing, run } from './lib/run.mjs';
import { Server } from './lib/server.mjs';

/** Somebody who has no pointer. */
class Keys {
  constructor(page) {
    this.page = page;
  }
  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }
  type(text) {
    return this.page.keyboard.type(text);
  }
  /** What has the focus: its name as it is announced, or what stands in it. */
  at() {
    return this.page.evaluate(() => {
      const it = document.activeElement;
      if (!it || it === document.body) return '';
      const labels = [...(it.labels ?? [])].map((each) => each.textContent);
      return (it.getAttribute('aria-label') ?? (labels.join(' ') || it.textContent) ?? '').replace(/\s+/g, ' ').trim();
    });
  }
  /** Tab, at most so often, until the focus is on it. */
  async to(name, key = 'Tab') {
    const passed = [];
    for (let at = 0; at < 80; ++at) {
      const here = await this.at();
      if (name instanceof RegExp ? name.test(here) : here === name) {
        await this.#visible(here);
        return;
      }
      passed.push(here.slice(0, 30));
      await this.press(key);
    }
    throw new Error(`no way by ${key} to ${name}: ${passed.join(' > ')}`);
  }
  async on(name, key = 'Enter') {
    await this.to(name);
    await this.press(key);
  }
  /** Focus that nobody sees is no focus. A shadow that is always there is none. */
  async #visible(name) {
    const seen = await this.page.evaluate(() => {
      const it = document.activeElement;
      const drawn = [it, it.closest('label'), it.closest('.sheet')].some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      });
      const { top, bottom } = it.getBoundingClientRect();
      return { drawn, within: bottom > 0 && top < innerHeight };
    });
    expect(seen.drawn, `a focus ring on "${name}"`);
    expect(seen.within, `"${name}" on the screen`);
  }
  /** The page itself puts the focus there, with the text selected. */
  jumpsTo(name, text) {
    const there = async () =>
      (await this.at()) === name && (await this.page.evaluate(() => getSelection().toString())) === text;
    return until(there, `focus on ${name}`, 5000);
  }
  focusIsSomewhere(after) {
    return until(async () => (await this.at()) !== '', `focus is somewhere after ${after}`, 5000);
  }
}

async function all() {
  const server = await Server.start({ account: false });
  const browser = await launch();
  try {
    const facilitator = await Person.enter(browser, 'facilitator');
    const desk = new Keys(facilitator.page);
    const dialog = (text) => facilitator.page.locator('dialog[open]', { hasText: text }).waitFor();

    await facilitator.page.goto(server.firstLink());
    await facilitator.page.getByLabel('Name').waitFor();
    await desk.type('moderation');
    await desk.press('Tab');
    await desk.type('Sechs Wale singen leise');
    await desk.press('Enter');
    await facilitator.sees('Das Passwort ist festgelegt.');
    await desk.on('Anmelden');
    await facilitator.page.getByLabel('Name').waitFor();
    await desk.to('Name');
    await desk.type('moderation');
    await desk.press('Tab');
    await desk.type('Sechs Wale singen leise');
    await desk.press('Enter');

    // An agenda of three steps, put in order.
    await facilitator.sees('Noch kein Workshop');
    await desk.on('Neuer Workshop');
    await dialog('Leere Agenda');
    await desk.on(/^Leere Agenda/);
    await facilitator.sees('Noch keine Schritte');
    await desk.on(/^Abstimmen/);
    await dialog('Methode wählen');
    await desk.on(/^Punkte verteilen/);
    await desk.jumpsTo('Titel', 'Abstimmen');
    await desk.type('Was zuerst?');
    await desk.to('Vorschläge (einer pro Zeile)');
    await desk.press('Control+A');
    await desk.type('Parkbänke\nRadwege');
    await desk.on(/^Workshop Titel/);
    await desk.on(/^Sammeln/);
    await desk.jumpsTo('Titel', 'Sammeln');
    await desk.type('Ideen');
    await desk.to(/^Ideen/, 'Shift+Tab');
    await desk.press('Alt+ArrowUp');
    await until(
      async () => /^Ideen/.test(await facilitator.page.locator('ol button.step').first().innerText()),
      'the step is first',
    );
    expect(/^Ideen/.test(await desk.at()), 'focus goes with the step');
    await facilitator.sees('Gespeichert');
    const code = (await facilitator.page.locator('.share .code').innerText()).replaceAll(/\s/g, '');

    // Somebody takes part.
    const participant = await Person.enter(browser, 'participant');
    const own = new Keys(participant.page);
    await participant.page.goto(server.url);
    await own.to(/^Code/);
    await own.type(code);
    await own.press('Enter');
    await participant.sees('Hinweis zu diesem Workshop');
    await own.on('Teilnehmen');
    await participant.sees('Gleich geht es los.');

    await desk.press('Control+Home');
    await desk.on('Workshop starten');
    await dialog('Wer den Code hat');
    await desk.on('Workshop starten');
    await facilitator.page
      .getByRole('heading', { name: 'Steuerung' })
      .or(facilitator.page.locator('aside'))
      .first()
      .waitFor();
    await desk.on(/^Beginnen mit/);
    await participant.page.locator('#entry').waitFor();
    await own.to('Ihre Karte');
    for (const text of [
      'Bänke am Fluss',
      'Radweg am Ring',
      'Mehr Schatten',
      'Weniger Formulare',
      'Längere Öffnungszeiten',
    ]) {
      await own.type(text);
      await own.press('Enter');
    }
    await participant.settled(code);
    await own.on(/^Ändern Längere Öffnungszeiten/);
    await own.type(' am Donnerstag');
    await own.to('Speichern');
    await own.press('Enter');
    await participant.settled(code);
    await own.focusIsSomewhere('editing');
    await own.on(/^Zurückziehen Weniger Formulare/);
    await participant.settled(code);
    await own.focusIsSomewhere('withdrawing');

    // The wall is put in order.
    await facilitator.page.locator('.centre .card').first().waitFor();
    await desk.on('Schritt beenden');
    await facilitator.sees('beendet');
    await desk.focusIsSomewhere('closing the step');
    await desk.press('Control+Home');
    await desk.to('Wand', 'Shift+Tab');
    await desk.press('ArrowRight');
    await facilitator.page.locator('.columns .card').first().waitFor();
    await desk.to(/^(Bänke am Fluss|Radweg am Ring|Mehr Schatten|Längere|Zurückgezogen)/);
    await desk.press('Space', 'ArrowDown', 'Space', 'm');
    await dialog('2 Karten verschieben nach');
    await desk.to('Name der Gruppe');
    await desk.type('Draußen');
    await desk.press('Enter');
    await facilitator.page.getByRole('heading', { name: 'Draußen' }).waitFor();
    await desk.focusIsSomewhere('creating a cluster');
    const count = () => facilitator.page.getByRole('region', { name: 'Draußen' }).locator('.card').count();
    await until(async () => (await count()) === 2, 'two cards in the cluster');
    await desk.press('Control+z');
    await until(
      async () => (await facilitator.page.getByRole('heading', { name: 'Draußen' }).count()) === 0,
      'undone at once',
    );

    // A vote.
    await desk.press('Control+Home');
    await desk.on(/^Weiter zu/);
    await participant.sees('Parkbänke');
    await own.focusIsSomewhere('the next step');
    await own.on('Punkt setzen');
    await participant.settled(code);
    await participant.sees('1 Punkt von Ihnen');
    await own.to('Punkt wegnehmen', 'Shift+Tab');
    await own.press('Enter');
    await until(async () => (await own.at()) === 'Punkt setzen', 'focus after the last dot is taken', 5000);
    await own.press('Enter');
    await participant.settled(code);
    await participant.sees('1 Punkt von Ihnen');
    await desk.on('Abstimmung beenden');
    await dialog('weniger als fünf Stimmen');
    await desk.on('Abstimmung beenden');
    await participant.sees('Ergebnis zurückgehalten');
    nothing(await inspect(participant.page, 'withheld result'));
    await desk.focusIsSomewhere('ending the vote');
    await desk.on('Workshop beenden');
    await dialog('Danach kann niemand mehr schreiben');
    await desk.on('Workshop beenden');
    await participant.sees('Danke!');
    await own.to('E-Mail-Adresse');
    await own.type('amt@example.org');
    await own.press('Enter');
    await participant.sees('Das Protokoll geht an amt@example.org.');
    await until(() => server.letters().length === 1, 'the mail');
    await facilitator.sees('Protokoll öffnen');
    await desk.to('Protokoll öffnen');
    nothing([...facilitator.complaints, ...participant.complaints]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

await run({ all });
