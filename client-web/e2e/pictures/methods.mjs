import { items, methods as all } from '../lib/methods.mjs';
import { Person } from '../lib/room.mjs';
import { Desk } from '../lib/server.mjs';
import { facilitator } from './desk.mjs';

const titles = {
  dots: 'Was zuerst?',
  mood: 'Wie geht es Ihnen gerade?',
  estimate: 'Wie lange dauert das?',
};

/** Each way of voting: the fields at the desk, the ballot, the result for those who voted and on the wall. */
export async function methods({ server, site, browser, camera }) {
  const api = await Desk.login(server.url);
  const agenda = Object.entries(all).map(([id, { method = id, items: asked = items, rules = {} }]) => {
    const title = titles[id] ?? 'Was soll zuerst kommen?';
    return { kind: 'vote', method, id, title, prompt: '', items: asked, ...rules };
  });
  const session = await api.create({ title: 'Rathausplatz', language: 'de', openSmallGroup: true, agenda });
  const desk = await facilitator(browser, site);
  await desk.page.goto(`${site.url}/desk/sessions/${session.id}`);
  await session.start();
  const presenter = await Person.enter(browser, 'presenter');
  await presenter.page.goto(`${site.url}/${session.code}/present`);
  const people = [];
  for (const at of [0, 1]) {
    people.push(await Person.enter(browser, `person ${at}`));
    await people[at].join(site, session);
  }
  for (const [name, { cast, result }] of Object.entries(all)) {
    await session.open(name);
    for (const [at, each] of people.entries()) {
      await each.page.getByText('Sie haben noch nicht abgestimmt.').waitFor();
      await cast(each.page, at);
    }
    for (const each of people) await each.settled(session.code);
    await camera.glance(people[1], `method-${name}`);
    await session.closeStep(name);
    for (const each of [...people, presenter]) await each.sees(result);
    await camera.glance(people[1], `method-${name}-result`);
    await camera.project(presenter, `present-method-${name}`);
  }
}
