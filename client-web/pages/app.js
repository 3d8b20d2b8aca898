// The one page that the server needs before it has others: setting a password by a one-time link.
const words = {
  de: {
    why: 'Legen Sie Ihr Passwort fest. Der Link gilt nur einmal.',
    first: 'Richten Sie das erste Konto ein. Es verwaltet die übrigen. Der Link gilt nur einmal.',
    name: 'Name', secret: 'Passwort', rule: 'Mindestens 10 Zeichen.', send: 'Passwort festlegen',
    done: 'Fertig. Sie können sich jetzt anmelden.', offline: 'Der Server antwortet nicht. Bitte versuchen Sie es noch einmal.',
  },
  en: {
    why: 'Choose your password. The link works once.',
    first: 'Set up the first account. It manages the others. The link works once.',
    name: 'Name', secret: 'Password', rule: 'At least 10 characters.', send: 'Set password',
    done: 'Done. You can log in now.', offline: 'The server does not answer. Please try again.',
  },
};
const lang = navigator.language.startsWith('de') ? 'de' : 'en';
const say = words[lang];
const byId = (id) => document.getElementById(id);
document.documentElement.lang = lang;

function showStart() {
  byId('start').hidden = false;
  for (const each of document.querySelectorAll('[data-lang]')) each.hidden = each.dataset.lang !== lang;
}

function tell(text, kind) {
  byId('message').textContent = text;
  byId('message').className = kind;
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { ok: answer.ok, body: text ? JSON.parse(text) : {} };
}

async function send(link, first) {
  const body = { link, password: byId('secret').value };
  if (first) body.name = byId('name').value;
  try {
    const answer = await post('/api/v1/desk/password', body);
    if (answer.ok) {
      byId('password').querySelector('button').hidden = true;
      tell(say.done, 'ok');
    } else {
      tell(`${answer.body.message[lang]} ${answer.body.advice[lang]}`, 'bad');
      byId('secret').setAttribute('aria-invalid', 'true');
      byId('secret').focus();
    }
  } catch {
    tell(say.offline, 'bad');
  }
}

function showPassword() {
  const link = location.hash.slice(1);
  const first = location.search === '?first';
  byId('password').hidden = false;
  byId('why').textContent = first ? say.first : say.why;
  byId('name-row').hidden = !first;
  document.querySelector('label[for=name]').textContent = say.name;
  document.querySelector('label[for=secret]').textContent = say.secret;
  byId('rule').textContent = say.rule;
  byId('password').querySelector('button').textContent = say.send;
  byId('password').addEventListener('submit', (event) => { event.preventDefault(); send(link, first); });
  byId(first ? 'name' : 'secret').focus();
}

if (location.pathname === '/desk/password') showPassword();
else showStart();
