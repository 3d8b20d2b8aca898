// Pictures of every page and state in both themes and sizes: node e2e/screenshots.mjs FOLDER [desk] [workshop] [states] [steps] [methods]
import { Server } from './lib/server.mjs';
import { Camera, host, launchFor } from './pictures/camera.mjs';
import { desk } from './pictures/desk.mjs';
import { methods } from './pictures/methods.mjs';
import { states } from './pictures/states.mjs';
import { steps } from './pictures/steps.mjs';
import { workshop } from './pictures/workshop.mjs';

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error('node e2e/screenshots.mjs FOLDER [desk] [workshop] [states] [steps] [methods]');

const camera = new Camera(folder);
for (const [name, story] of Object.entries({ desk, workshop, states, steps, methods })) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const server = await Server.start();
  const browser = await launchFor(server);
  try {
    await story({ server, site: { url: `http://${host}` }, browser, camera });
  } finally {
    await browser.close();
    await server.stop();
  }
}
console.log(camera.develop());
