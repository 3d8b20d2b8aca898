import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(process.env.KLARTEXT ?? join(import.meta.dirname, '../../../build/dev/server/klartext'));
export const pages = resolve(process.env.PAGES ?? join(import.meta.dirname, '../../dist'));
export const password = 'a long enough password';

async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/** The real server in a fresh folder, which can be killed and come back on its port. */
export class Server {
  /** Without an account the first one is made with the link that the program prints. */
  static async start({ account = true } = {}) {
    const server = new Server();
    server.folder = mkdtempSync(join(tmpdir(), 'klartext-e2e-'));
    server.data = join(server.folder, 'data');
    server.mails = join(server.folder, 'mails');
    server.port = await freePort();
    server.url = `http://127.0.0.1:${server.port}`;
    if (account) server.addAccount();
    await server.run();
    return server;
  }

  addAccount() {
    const account = ['account', 'add', 'moderation', '--password-stdin', '--administrator', '--data', this.data];
    const added = spawnSync(program, account, { input: password, encoding: 'utf8' });
    if (added.status !== 0) throw new Error(`no account: ${added.stderr || added.error}`);
  }

  /** The one-time link of the last start. */
  firstLink() {
    return /http\S+\/desk\/password\S*/.exec(this.said)?.[0];
  }

  async run() {
    const listen = `127.0.0.1:${this.port}`;
    const options = ['--data', this.data, '--mail', this.mails, '--pages', pages, '--public-url', this.url];
    this.process = spawn(program, ['serve', '--listen', listen, ...options], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.said = '';
    this.process.stdout.on('data', (bytes) => (this.said += bytes));
    this.gone = new Promise((done) => this.process.once('exit', done));
    for (let tries = 0; tries < 200; ++tries) {
      const health = await fetch(`${this.url}/healthz`).catch(() => undefined);
      if (health?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('the server does not come up');
  }

  /** As if the power failed. */
  async kill() {
    this.process.kill('SIGKILL');
    await this.gone;
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  letters() {
    try {
      return readdirSync(this.mails)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFileSync(join(this.mails, name), 'utf8'));
    } catch {
      return [];
    }
  }
}

/** The facilitator's part, over the API. */
export class Desk {
  static async login(url) {
    const desk = new Desk();
    desk.url = url;
    const answer = await fetch(`${url}/api/v1/desk/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'moderation', password }),
    });
    if (!answer.ok) throw new Error(`login: ${answer.status}`);
    desk.cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return desk;
  }

  async ask(method, path, body) {
    const answer = await fetch(`${this.url}/api/v1/desk${path}`, {
      method,
      headers: { Cookie: this.cookie, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async create(session) {
    const { id, code } = await this.ask('POST', '/sessions', session);
    return new LedSession(this, id, code);
  }
}

export class LedSession {
  constructor(desk, id, code) {
    Object.assign(this, { desk, id, code });
  }

  ask(method, path, body) {
    return this.desk.ask(method, `/sessions/${this.id}${path}`, body);
  }
  start() {
    return this.ask('POST', '/start');
  }
  open(activity) {
    return this.ask('POST', `/activities/${activity}/open`);
  }
  closeStep(activity) {
    return this.ask('POST', `/activities/${activity}/close`);
  }
  timer(activity, seconds) {
    return this.ask('PUT', `/activities/${activity}/timer`, { seconds });
  }
  stage(activity) {
    return this.ask('PUT', '/stage', activity === undefined ? {} : { activity });
  }
  async cluster(activity, name, entries) {
    const { id } = await this.ask('POST', `/activities/${activity}/clusters`, { name });
    await this.ask('POST', `/activities/${activity}/arrange`, { entries, cluster: id });
  }
  async close() {
    return (await this.ask('POST', '/close')).minutesLink;
  }
  minutes() {
    return this.ask('GET', '/minutes/minutes.json');
  }
}
