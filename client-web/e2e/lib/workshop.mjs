/** A workshop with every kind of step. */
export function workshop(more = {}) {
  return {
    title: 'Kreativraum Stadthaus',
    language: 'de',
    agenda: [
      {
        kind: 'present',
        id: 'start',
        title: 'Willkommen im Kreativraum',
        prompt:
          'Heute sammeln wir Ideen für das Stadthaus:\n\n- Was erleichtert die Arbeit?\n- Was kommt zuerst?\n- Wer macht mit?',
      },
      {
        kind: 'collect',
        id: 'ideen',
        title: 'Was würde unsere Arbeit spürbar leichter machen?',
        prompt: 'Ein Gedanke pro Karte. Wählen Sie das Thema, zu dem er gehört.',
        sections: [
          { id: 'digital', title: 'Digitalisierung' },
          { id: 'nachhaltig', title: 'Nachhaltigkeit' },
          { id: 'klima', title: 'Klimaschutz' },
        ],
        comments: true,
        release: 'waves',
      },
      {
        kind: 'vote',
        method: 'dots',
        id: 'punkte',
        title: 'Womit sollen wir anfangen?',
        prompt: '',
        items: [
          'Ein Ansprechpartner pro Vorgang',
          'Bescheide in verständlicher Sprache',
          'Vertretungsregelung dokumentieren',
          'Formulare einmal ausfüllen, Daten übernehmen',
        ],
        budget: 5,
        perItem: 3,
      },
      {
        kind: 'vote',
        method: 'single_choice',
        id: 'termin',
        title: 'Wann treffen wir uns wieder?',
        prompt: 'Eine Stimme.',
        items: ['Montag, 9 Uhr', 'Mittwoch, 14 Uhr', 'Freitag, 10 Uhr'],
      },
      {
        kind: 'vote',
        method: 'agree_disagree',
        id: 'formate',
        title: 'Welche Formate wollen wir?',
        prompt: '',
        items: ['Ein offener Treff einmal im Monat', 'Eine Werkstatt je Quartal', 'Ein Rundschreiben'],
      },
      { kind: 'feedback', id: 'schluss', title: 'Wie war es heute?', prompt: 'Was nehmen Sie mit?' },
    ],
    ...more,
  };
}

export const ideas = [
  'Ein Ansprechpartner pro Vorgang statt fünf Durchwahlen',
  'Scanner im zweiten Obergeschoss reparieren',
  'Bescheide in verständlicher Sprache',
  'Dienstfahrräder auch für kurze Wege in der Innenstadt',
  'Vertretungsregelung ist nirgends dokumentiert',
  'E-Akte braucht beim Öffnen zu lange',
  'Licht in den Fluren nach 19 Uhr dämpfen',
  'Formulare einmal ausfüllen und die Daten übernehmen',
  'Mehrweg statt Einweg in der Kantine',
  'Terminbuchung auch telefonisch möglich lassen',
  'Checkliste für neue Kolleginnen und Kollegen',
  'Dach des Stadthauses für Solarstrom nutzen',
  'Rückfragen gesammelt stellen',
  'Homeoffice: Die Signaturkarte funktioniert nur im Haus',
  'Servicezeiten am Donnerstag bis 18 Uhr',
  'Heizung am Wochenende absenken',
  'Probelauf mit zwei Sachgebieten, dann ausrollen',
  'Gibt es ein Budget für Schulungen?',
];
