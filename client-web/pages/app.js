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

async function showPassword() {
  const link = location.hash.slice(1);
  const opened = await post('/api/v1/desk/password/link', { link }).catch(() => null);
  byId('password').hidden = false;
  if (!opened?.ok) {
    tell(opened ? `${opened.body.message[lang]} ${opened.body.advice[lang]}` : say.offline, 'bad');
    for (const each of byId('password').children) each.hidden = each.id !== 'message';
    return;
  }
  const first = opened.body.name === undefined;
  byId('why').textContent = first ? say.first : say.why;
  byId('name').value = opened.body.name ?? '';
  byId('name').readOnly = !first;
  document.querySelector('label[for=name]').textContent = say.name;
  document.querySelector('label[for=secret]').textContent = say.secret;
  byId('rule').textContent = say.rule;
  byId('password').querySelector('button').textContent = say.send;
  byId('password').addEventListener('submit', (event) => { event.preventDefault(); send(link, first); });
  byId(first ? 'name' : 'secret').focus();
}

if (location.pathname === '/password') showPassword();
else showStart();
