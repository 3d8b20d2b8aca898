#!/usr/bin/env python3
"""Writes kreativraum.jsonl: an invented workshop of some ten minutes in which fourteen people write and vote at the pace of
people. The same each time. `tests/demo/make_workshop.py > tests/demo/kreativraum.jsonl`"""
import json
import random

chance = random.Random(20261122)
PEOPLE = [f"p{number}" for number in range(1, 15)]

IDEAS = {
    "digitalisierung": [
        "Ein Termin für alles: Ausweis, Ummeldung und Parkausweis an einem Tag",
        "Formulare, die wissen, was die Stadt schon weiß",
        "Sprechstunde am Abend, auch per Video",
        "Offene Werkstatt, in der man Anträge gemeinsam ausfüllt",
        "Bitte nicht nur digital: Wer kein Telefon hat, muss auch vorankommen",
        "Mängelmelder mit Rückmeldung, was daraus geworden ist",
        "Baustellen eine Woche vorher auf der Karte",
        "Ich sorge mich, dass meine Daten überall landen",
        "Leihgeräte in der Bücherei, mit jemandem, der sie erklärt",
        "Ratssitzungen als Zusammenfassung in einfacher Sprache",
    ],
    "nachhaltigkeit": [
        "Werkzeug leihen statt kaufen, im Kreativraum selbst",
        "Reparaturtreff jeden ersten Samstag",
        "Mehr Trinkbrunnen, weniger Flaschen",
        "Märkte bis 20 Uhr, damit Berufstätige dort einkaufen",
        "Eine Tauschwand für Schulbücher",
        "Mehrweg in allen Kantinen der Stadt",
        "Leere Läden auf Zeit an Vereine geben",
        "Wer zahlt das, wenn die Förderung endet?",
    ],
    "klimaschutz": [
        "Schatten auf dem Münsterplatz: Bäume in Kübeln, bis echte wachsen",
        "Dächer der Schulen für Solarstrom, gemeinsam mit den Familien",
        "Sichere Radwege, die nicht plötzlich enden",
        "Hitzekarte der Stadt, gemessen von uns selbst",
        "Regenwasser halten statt ableiten",
        "Busse, die auch am Sonntag alle 15 Minuten fahren",
        "Grüne Höfe: ein Wettbewerb der Nachbarschaften",
        "Nicht noch ein Konzept. Bitte eine Sache, die in einem Jahr fertig ist",
    ],
}
PERSONAS = [
    "Ayşe, 34, zwei Kinder, Schichtdienst: kommt nur nach 18 Uhr, braucht Kinderbetreuung",
    "Herr Vogel, 71, ohne Smartphone: will gefragt werden, bevor etwas beschlossen ist",
    "Lena, 19, Ausbildung: hat Ideen, weiß aber nicht, wohin damit",
    "Frau Okafor, Inhaberin eines Ladens: braucht Antworten innerhalb einer Woche",
    "Jonas, Rollstuhl: kommt, wenn er vorher weiß, dass er hineinkommt",
    "Mehmet, Ehrenamt im Sportverein: kann Räume öffnen, hat aber keine Zeit für Papier",
]
FORMATS = [
    "Offene Werkstatt, zwei Stunden, jede Woche",
    "Themenabend mit kurzem Vortrag, einmal im Monat",
    "Online wie heute, anonym, zu einer Frage",
    "Zukunftswochenende einmal im Jahr",
    "Mobil: mit dem Lastenrad in die Stadtteile",
]
COMMENTS = ["Das möchte ich auch.", "Gibt es in Konstanz schon.", "Wer kümmert sich darum?", "Ja, aber barrierefrei.",
            "Guter Anfang, klein genug.", "Dafür würde ich einen Abend geben."]
FEEDBACK = ["Kurz und klar, danke. Beim nächsten Mal bitte mit Pause.", "Endlich sagt man hier auch, was stört.",
            "Die Zeit für die Ideen war knapp.", "Anonym hilft. Ich hätte sonst nichts geschrieben.",
            "Was passiert jetzt mit den Ergebnissen?"]

AGENDA = [
    {"id": "ankommen", "kind": "present", "title": "Willkommen im Kreativraum", "minutes": 1,
     "prompt": "Heute geht es um die Frage, **was der Kreativraum für die Stadt leisten soll**.\n\n"
               "- Sie schreiben und stimmen ohne Namen.\n- Ideen und Bedenken sind gleich willkommen.\n"
               "- Das Protokoll geht am Ende an alle, die es haben möchten."},
    {"id": "ideen", "kind": "collect", "title": "Was soll hier entstehen?", "minutes": 4,
     "prompt": "Ein Gedanke pro Karte: Idee, Wunsch oder Bedenken.", "comments": True, "release": "waves",
     "sections": [{"id": "digitalisierung", "title": "Digitalisierung"}, {"id": "nachhaltigkeit", "title": "Nachhaltigkeit"},
                  {"id": "klimaschutz", "title": "Klimaschutz"}]},
    {"id": "personas", "kind": "collect", "title": "Für wen?", "minutes": 2, "release": "waves",
     "prompt": "Beschreiben Sie einen Menschen, der kommen soll: Wer ist das, was braucht er, was hält ihn ab?"},
    {"id": "punkte", "kind": "vote", "title": "Womit fangen wir an?", "minutes": 2, "method": "dots", "budget": 5, "perItem": 3,
     "prompt": "Fünf Punkte, höchstens drei auf eine Karte.", "items": {"from": "ideen", "take": "entries"}},
    {"id": "formate", "kind": "vote", "title": "In welcher Form?", "minutes": 2, "method": "agree_disagree", "items": FORMATS,
     "prompt": "Was halten Sie von diesen Formaten?"},
    {"id": "rueckmeldung", "kind": "feedback", "title": "Wie war es für Sie?", "minutes": 1, "prompt": "Ein Satz genügt."},
]
NOTICE = ("**Wozu:** Die Stadt möchte wissen, was der Kreativraum leisten soll.\n\n"
          "**Was daraus wird:** Das Protokoll geht an die Teilnehmenden und an die Stabsstelle, die innerhalb von vier Wochen antwortet.\n\n"
          "**Wie lange:** Der Workshop bleibt ein Jahr gespeichert. (Dies ist ein Beispiel.)")


class script:
    def __init__(self):
        self.acts = []

    def add(self, at, **act):
        self.acts.append((at, len(self.acts), act))

    def lines(self):
        yield {"replay": 1, "session": {"title": "Kreativraum: Auftakt", "language": "de", "notice": NOTICE, "agenda": AGENDA}}
        for at, _, act in sorted(self.acts):
            yield {"at": round(at * 1000), **act}


def spread(count, begin, end):
    return sorted(chance.uniform(begin, end) for _ in range(count))


def workshop():
    play = script()
    play.add(5, do="open", activity="ankommen")
    play.add(40, do="close", activity="ankommen")
    play.add(41, do="open", activity="ideen")
    cards = [(section, text) for section, texts in IDEAS.items() for text in texts]
    chance.shuffle(cards)
    for number, ((section, text), at) in enumerate(zip(cards, spread(len(cards), 52, 200))):
        play.add(at, who=chance.choice(PEOPLE), do="entry", activity="ideen", ref=f"i{number}", text=text, section=section)
    for text, at in zip(COMMENTS, spread(len(COMMENTS), 205, 240)):
        play.add(at, who=chance.choice(PEOPLE), do="comment", on=f"i{chance.randrange(10)}", text=text)
    play.add(270, do="close", activity="ideen")
    play.add(275, do="open", activity="personas")
    for number, (text, at) in enumerate(zip(PERSONAS, spread(len(PERSONAS), 290, 360))):
        play.add(at, who=chance.choice(PEOPLE), do="entry", activity="personas", ref=f"q{number}", text=text)
    play.add(380, do="close", activity="personas")
    play.add(385, do="open", activity="punkte")
    for who, at in zip(PEOPLE, spread(len(PEOPLE), 395, 450)):
        dots = {}
        for card in chance.choices(range(len(cards)), weights=[6, 5, 4] + [1] * (len(cards) - 3), k=5):
            dots[f"i{card}"] = min(3, dots.get(f"i{card}", 0) + 1)
        play.add(at, who=who, do="ballot", activity="punkte", ballot={"method": "dots", "dots": dots})
    play.add(465, do="close", activity="punkte")
    play.add(500, do="open", activity="formate")
    for who, at in zip(PEOPLE, spread(len(PEOPLE), 508, 545)):
        stances = {str(item): chance.choice(["agree", "agree", "agree", "pass", "disagree"]) for item in range(len(FORMATS))}
        play.add(at, who=who, do="ballot", activity="formate", ballot={"method": "agree_disagree", "stances": stances})
    play.add(560, do="close", activity="formate")
    play.add(590, do="open", activity="rueckmeldung")
    for number, (text, at) in enumerate(zip(FEEDBACK, spread(len(FEEDBACK), 598, 630))):
        play.add(at, who=chance.choice(PEOPLE), do="entry", activity="rueckmeldung", ref=f"r{number}", text=text)
    play.add(645, do="close", activity="rueckmeldung")
    return play


if __name__ == "__main__":
    for line in workshop().lines():
        print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
