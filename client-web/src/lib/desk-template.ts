import type { NewSession } from '../wire/wire';

const german: NewSession = {
  title: 'Kreativraum: Auftakt',
  language: 'de',
  notice:
    'Wir sammeln Ideen für den Kreativraum und schärfen gemeinsam die Themen. Alle Beiträge und Ergebnisse stehen im Protokoll; es geht an die Moderation und an alle, die am Ende eine Adresse dafür hinterlassen.',
  agenda: [
    {
      kind: 'present',
      id: 'willkommen',
      title: 'Willkommen im Kreativraum',
      prompt:
        'Schön, dass Sie da sind. Heute legen wir den Grundstein:\n\n1. Wir sammeln Ideen zu drei Themen.\n2. Wir überlegen, für wen wir arbeiten.\n3. Wir setzen Schwerpunkte.\n4. Wir entscheiden, in welchen Formaten es weitergeht.\n\nAlles, was Sie schreiben, bleibt **anonym**.',
      minutes: 10,
    },
    {
      kind: 'collect',
      id: 'ideen',
      title: 'Ideen sammeln',
      prompt: 'Was sollten wir in den nächsten zwei Jahren anpacken? Schreiben Sie **einen Gedanken pro Karte**.',
      minutes: 20,
      sections: [
        { id: 'digitalisierung', title: 'Digitalisierung' },
        { id: 'nachhaltigkeit', title: 'Nachhaltigkeit' },
        { id: 'klimaschutz', title: 'Klimaschutz' },
      ],
      comments: true,
      release: 'waves',
    },
    {
      kind: 'collect',
      id: 'personas',
      title: 'Für wen arbeiten wir?',
      prompt:
        'Beschreiben Sie eine Person, für die unsere Ideen etwas ändern: Was tut sie, was braucht sie, was stört sie heute?',
      minutes: 15,
      release: 'waves',
    },
    {
      kind: 'vote',
      method: 'dots',
      id: 'themen',
      title: 'Themen schärfen',
      prompt: 'Welche Themen sollen wir zuerst angehen?',
      minutes: 10,
      items: { from: 'ideen', take: 'clusters' },
      budget: 5,
      perItem: 3,
    },
    {
      kind: 'vote',
      method: 'agree_disagree',
      id: 'formate',
      title: 'Formate besprechen',
      prompt: 'Welche Formate passen zu uns? Sagen Sie zu jedem, was Sie davon halten.',
      minutes: 10,
      items: [
        'Ein offener Werkstattabend jeden Monat',
        'Kurze Online-Treffen von 45 Minuten',
        'Ein gemeinsamer Tag im Quartal',
        'Kleine Teams, die selbst arbeiten und berichten',
      ],
    },
    {
      kind: 'feedback',
      id: 'rueckmeldung',
      title: 'Rückmeldung',
      prompt: 'Was nehmen Sie mit? Was sollen wir beim nächsten Mal anders machen?',
      minutes: 5,
    },
  ],
};

const english: NewSession = {
  title: 'Creative space: kick-off',
  language: 'en',
  notice:
    'We collect ideas for the creative space and sharpen its themes together. All entries and results are in the minutes, which go to the facilitator and to everybody who leaves an address for them at the end.',
  agenda: [
    {
      kind: 'present',
      id: 'welcome',
      title: 'Welcome to the creative space',
      prompt:
        'Good to have you here. Today we lay the foundation:\n\n1. We collect ideas on three themes.\n2. We think about whom we work for.\n3. We set priorities.\n4. We decide in which formats we go on.\n\nEverything you write stays **anonymous**.',
      minutes: 10,
    },
    {
      kind: 'collect',
      id: 'ideas',
      title: 'Collect ideas',
      prompt: 'What should we tackle in the next two years? Write **one thought per card**.',
      minutes: 20,
      sections: [
        { id: 'digitalisation', title: 'Digitalisation' },
        { id: 'sustainability', title: 'Sustainability' },
        { id: 'climate', title: 'Climate protection' },
      ],
      comments: true,
      release: 'waves',
    },
    {
      kind: 'collect',
      id: 'personas',
      title: 'Whom do we work for?',
      prompt:
        'Describe a person for whom our ideas change something: what do they do, what do they need, what annoys them today?',
      minutes: 15,
      release: 'waves',
    },
    {
      kind: 'vote',
      method: 'dots',
      id: 'themes',
      title: 'Sharpen the themes',
      prompt: 'Which themes should we tackle first?',
      minutes: 10,
      items: { from: 'ideas', take: 'clusters' },
      budget: 5,
      perItem: 3,
    },
    {
      kind: 'vote',
      method: 'agree_disagree',
      id: 'formats',
      title: 'Discuss formats',
      prompt: 'Which formats suit us? Say what you think of each.',
      minutes: 10,
      items: [
        'An open workshop evening every month',
        'Short online meetings of 45 minutes',
        'A whole day together every quarter',
        'Small teams that work on their own and report',
      ],
    },
    {
      kind: 'feedback',
      id: 'feedback',
      title: 'Feedback',
      prompt: 'What do you take away? What should we do differently next time?',
      minutes: 5,
    },
  ],
};

/** The workshop with which a creative space begins. */
export function kickOff(language: 'de' | 'en'): NewSession {
  return language === 'de' ? german : english;
}
