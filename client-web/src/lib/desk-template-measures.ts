import type { NewSession } from '../wire/wire';

const german: NewSession = {
  title: 'Von der Idee zur Maßnahme',
  language: 'de',
  notice:
    'Wir sammeln Ideen, setzen Schwerpunkte und vereinbaren Maßnahmen. Alle Beiträge, Ergebnisse und Maßnahmen stehen im Protokoll; es geht an die Moderation und an alle, die am Ende eine Adresse dafür hinterlassen.',
  agenda: [
    {
      kind: 'collect',
      id: 'ideen',
      title: 'Ideen sammeln',
      prompt: 'Was würde unsere Arbeit spürbar besser machen? Schreiben Sie **einen Gedanken pro Karte**.',
      minutes: 25,
      comments: true,
      release: 'waves',
    },
    {
      kind: 'vote',
      method: 'dots',
      id: 'punkte',
      title: 'Schwerpunkte setzen',
      prompt: 'Womit sollten wir anfangen?',
      minutes: 10,
      items: { from: 'ideen', take: 'clusters' },
      budget: 5,
      perItem: 3,
    },
    {
      kind: 'vote',
      method: 'multi_criteria',
      id: 'bewerten',
      title: 'Wirkung und Machbarkeit',
      prompt: 'Was bringt viel und lässt sich gut umsetzen?',
      minutes: 15,
      items: { from: 'punkte', take: 'top', count: 8 },
      criteria: [
        { title: 'Wirkung', weight: 1, inverted: false },
        { title: 'Machbarkeit', weight: 1, inverted: false },
      ],
      lowest: 1,
      steps: 5,
      cannotJudge: true,
    },
    {
      kind: 'measures',
      id: 'massnahmen',
      title: 'Maßnahmen vereinbaren',
      prompt: 'Was tun wir, wer kümmert sich, und bis wann?',
      minutes: 20,
      items: { from: 'bewerten', take: 'quadrant' },
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
  title: 'From the idea to the measure',
  language: 'en',
  notice:
    'We collect ideas, set priorities and agree on measures. All entries, results and measures are in the minutes, which go to the facilitator and to everybody who leaves an address for them at the end.',
  agenda: [
    {
      kind: 'collect',
      id: 'ideas',
      title: 'Collect ideas',
      prompt: 'What would make our work noticeably better? Write **one thought per card**.',
      minutes: 25,
      comments: true,
      release: 'waves',
    },
    {
      kind: 'vote',
      method: 'dots',
      id: 'dots',
      title: 'Set priorities',
      prompt: 'Where should we begin?',
      minutes: 10,
      items: { from: 'ideas', take: 'clusters' },
      budget: 5,
      perItem: 3,
    },
    {
      kind: 'vote',
      method: 'multi_criteria',
      id: 'rating',
      title: 'Impact and feasibility',
      prompt: 'What has much effect and can be done well?',
      minutes: 15,
      items: { from: 'dots', take: 'top', count: 8 },
      criteria: [
        { title: 'Impact', weight: 1, inverted: false },
        { title: 'Feasibility', weight: 1, inverted: false },
      ],
      lowest: 1,
      steps: 5,
      cannotJudge: true,
    },
    {
      kind: 'measures',
      id: 'measures',
      title: 'Agree on measures',
      prompt: 'What do we do, who takes care of it, and by when?',
      minutes: 20,
      items: { from: 'rating', take: 'quadrant' },
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

/** Each step takes over by rule what goes on: nothing is typed twice. */
export function ideaToMeasure(language: 'de' | 'en'): NewSession {
  return language === 'de' ? german : english;
}
