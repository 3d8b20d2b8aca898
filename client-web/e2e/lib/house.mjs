import { launch, Person } from './room.mjs';
import { nothing } from './run.mjs';
import { Server } from './server.mjs';

/** A server and a browser for one scenario; `enter` brings somebody, whose complaints count. */
export async function house(play) {
  const server = await Server.start();
  const browser = await launch();
  const people = [];
  try {
    const enter = async (name, options) => {
      people.push(await Person.enter(browser, name, options));
      return people.at(-1);
    };
    await play({ server, enter });
    nothing(people.flatMap((each) => each.complaints));
  } finally {
    await browser.close();
    await server.stop();
  }
}
