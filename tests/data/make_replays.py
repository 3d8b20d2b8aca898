#!/usr/bin/env python3
"""make_replays.py DATA [--out FOLDER] [ottensen|gallery|freshwater|vtaiwan ...]: recordings made from real data.

DATA is the folder that holds `ideas-ottensen-de-2021`, `polis-freshwater-nz-2017` and `polis-vtaiwan-uberx-2015` as
they were published; README.md beside this file says by whom. Without names it makes the three that are kept in this
folder. The same data give the same recordings, byte for byte."""
import argparse
import csv
import json
import pathlib
import random
import shutil

HERE = pathlib.Path(__file__).resolve().parent
MINUTE = 60_000

OTTENSEN = "ideas-ottensen-de-2021/dataset-Ottensen-thematic-d1a.csv"
WRITERS = 40
WAVE = 50  # ideas between two breaks


STANCES = {1: "agree", 0: "pass", -1: "disagree"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, lines):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{path}: {len(lines) - 1} acts, {path.stat().st_size} bytes")


def header(title, language, agenda):
    return {"replay": 1, "session": {"title": title, "language": language, "agenda": agenda}}


def ottensen(data, out):
    """Every idea as one card: title, line break, text; in the section of its first category."""
    ideas = rows(data / OTTENSEN)
    categories = list(ideas[0])[4:]
    sections = [{"id": name, "title": name} for name in [*categories, "keine"]]
    agenda = [{"id": "ideen", "kind": "collect", "title": "Ideen für Ottensen", "prompt": "Was soll sich ändern?",
               "minutes": 45, "sections": sections, "comments": True, "release": "waves"}]
    acts = [{"at": 0, "do": "open", "activity": "ideen"}]
    for number, idea in enumerate(ideas):
        # People write in turn; somebody new starts every four seconds, and after each fifty cards all take a breath.
        at = 20_000 + number * 4_000 + (number * 7919) % 3_000 + number // WAVE * MINUTE
        section = next((name for name in categories if idea[name] == "1"), "keine")
        acts.append({"at": at, "who": f"P{number % WRITERS + 1:02}", "do": "entry", "activity": "ideen",
                     "ref": idea["document_id"], "text": idea["title"] + "\n" + idea["text"], "section": section})
    acts.append({"at": acts[-1]["at"] + MINUTE, "do": "close", "activity": "ideen"})
    write(out / "ottensen.jsonl", [header("freiRaum Ottensen", "de", agenda), *acts])
    sources = out / "ottensen-sources.csv"
    with open(sources, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["ref", "url"])
        table.writerows([idea["document_id"], idea["url"]] for idea in ideas)
    with open(out / "ottensen-categories.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        # The recording joins title and text by a line break, and some titles have one of their own.
        table.writerow(["ref", "title lines", *categories])
        table.writerows([idea["document_id"], idea["title"].count("\n") + 1, *(idea[name] for name in categories)]
                        for idea in ideas)


ABOUT_OTTENSEN = """Die Beiträge stammen aus dem *freiRaum Ottensen Online Dialog* (Freie und Hansestadt Hamburg, Bezirksamt Altona,
Fachamt Management des öffentlichen Raumes, August 2021) und stehen unter [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).

- Dies ist eine Auswahl kurzer Beiträge.
- Titel und Text wurden verbunden.
- Die Stimmen sind erfunden."""
GALLERY_SECTIONS = {"cycling": "Radverkehr", "walking": "Zu Fuß", "public transport (local)": "Bus und Bahn",
                    "stationary traffic (parking)": "Parken"}
VOTERS = 24


def gallery(data, out):
    """Short ideas of four sections, and invented votes on them: few pages that show every part of the minutes."""
    chosen = []
    for category in GALLERY_SECTIONS:
        taken = {idea["document_id"] for idea, _ in chosen}
        fits = [idea for idea in rows(data / OTTENSEN) if idea[category] == "1" and len(idea["text"]) < 300
                and idea["document_id"] not in taken]
        chosen += [(idea, category) for idea in fits[:4]]
    agenda = [
        {"id": "anfang", "kind": "present", "title": "Worum es geht", "prompt": ABOUT_OTTENSEN, "minutes": 5},
        {"id": "ideen", "kind": "collect", "title": "Ideen für Ottensen", "prompt": "Was soll sich im Viertel ändern?",
         "minutes": 20, "sections": [{"id": key, "title": title} for key, title in GALLERY_SECTIONS.items()]},
        {"id": "punkte", "kind": "vote", "title": "Was zuerst?", "prompt": "Verteilen Sie **fünf** Punkte.", "minutes": 5,
         "method": "dots", "budget": 5, "perItem": 2, "items": {"from": "ideen", "take": "entries"}},
        {"id": "thesen", "kind": "vote", "title": "Wie stehen Sie dazu?", "prompt": "", "minutes": 5, "method": "agree_disagree",
         "items": [f"Mehr Geld für: {title}" for title in GALLERY_SECTIONS.values()]},
        {"id": "termin", "kind": "vote", "title": "Wann treffen wir uns wieder?", "prompt": "", "method": "single_choice",
         "items": ["im Januar", "im Februar", "im März"]}]
    acts = []

    def act(**what):
        acts.append({"at": len(acts) * 1_000, **what})

    act(do="open", activity="anfang")
    act(do="close", activity="anfang")
    act(do="open", activity="ideen")
    for number, (idea, category) in enumerate(chosen):
        act(who=f"P{number % VOTERS + 1:02}", do="entry", activity="ideen", ref=idea["document_id"],
            text=idea["title"] + "\n" + idea["text"], section=category)
    act(do="close", activity="ideen")
    refs = [idea["document_id"] for idea, _ in chosen]
    drawn = random.Random("Ottensen")

    def dots():  # the fourth powers give a few of them most of the dots
        return {"method": "dots", "dots": {refs[int(drawn.random() ** 4 * len(refs))]: 1 + int(drawn.random() * 2) for _ in range(2)}}

    def stances():
        return {"method": "agree_disagree",
                "stances": {str(item): STANCES[1 if drawn.random() < 0.85 - item * 0.15 else int(drawn.random() * 2) - 1]
                            for item in range(len(GALLERY_SECTIONS))}}

    def choice():
        return {"method": "single_choice", "choice": str(int(drawn.random() * 2.6))}

    for activity, ballot in {"punkte": dots, "thesen": stances, "termin": choice}.items():
        act(do="open", activity=activity)
        for voter in range(VOTERS):
            act(who=f"P{voter + 1:02}", do="ballot", activity=activity, ballot=ballot())
        act(do="close", activity=activity)
    act(who="P01", do="address", mail="ada@example.org")
    write(out / "gallery.jsonl", [header("freiRaum Ottensen", "de", agenda), *acts])


def conversation(folder, out, name, title, language):
    """A pol.is conversation as one vote: its statements are listed, every click sends the person's whole ballot."""
    statements = sorted(rows(folder / "comments.csv"), key=lambda row: int(row["comment-id"]))
    events = sorted(rows(folder / "votes.csv"), key=lambda row: int(row["timestamp"]))
    index = {row["comment-id"]: str(number) for number, row in enumerate(statements)}
    agenda = [{"id": "statements", "kind": "vote", "title": title, "prompt": "", "method": "agree_disagree",
               "items": [row["comment-body"] for row in statements]}]
    begin = int(events[0]["timestamp"])
    acts = [{"at": 0, "do": "open", "activity": "statements"}]
    ballots = {}
    for event in events:
        stances = ballots.setdefault(event["voter-id"], {})
        stances[index[event["comment-id"]]] = STANCES[int(event["vote"])]
        acts.append({"at": int(event["timestamp"]) - begin, "who": event["voter-id"], "do": "ballot",
                     "activity": "statements", "ballot": {"method": "agree_disagree", "stances": dict(stances)}})
    acts.append({"at": acts[-1]["at"], "do": "close", "activity": "statements"})
    write(out / f"{name}.jsonl", [header(title, language, agenda), *acts])
    shutil.copyfile(folder / "expected-comments.csv", out / f"{name}-expected.csv")


def freshwater(data, out):
    conversation(data / "polis-freshwater-nz-2017", out, "freshwater", "HiveMind - Freshwater Quality in NZ", "en")


def vtaiwan(data, out):
    conversation(data / "polis-vtaiwan-uberx-2015", out, "vtaiwan", "vTaiwan: UberX", "en")


MAKERS = {"ottensen": ottensen, "gallery": gallery, "freshwater": freshwater, "vtaiwan": vtaiwan}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MAKERS))
    parser.add_argument("--out", type=pathlib.Path, default=HERE)
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    for name in wanted.names or ["ottensen", "gallery", "freshwater"]:
        MAKERS[name](wanted.data, wanted.out)


if __name__ == "__main__":
    main()
