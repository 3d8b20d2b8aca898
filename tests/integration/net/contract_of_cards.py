"""What is collected: cards, comments, edits, and how they are arranged and tagged."""
import base64
import hashlib
import os

NOWHERE = "0" * 32
ODD = "ä/ö 50%?#"  # an id that needs its encoding


def secret():
    return base64.urlsafe_b64encode(os.urandom(32)).decode().rstrip("=")


def hash_of(text):
    return base64.urlsafe_b64encode(hashlib.sha256(base64.urlsafe_b64decode(text + "=")).digest()).decode().rstrip("=")


def entry(text, **more):
    edit = secret()
    return edit, {"id": os.urandom(16).hex(), "text": text, "editHash": hash_of(edit), **more}


class cards:
    """Steps of the workshop in api_contract.py."""

    def tag(self, ideas, ids):
        """The code book, and what the server sees in the words of the cards."""
        ask = self.ask
        first = ask("addTag", 201, {"id": "c" * 32, "name": "Sitzen", "meaning": "Bänke und Stühle"}, **ideas)["id"]
        self.api.expect(first == "c" * 32, "the tag has another id than the one that was chosen")
        self.told("tagsChanged")
        other = ask("addTag", 201, {"name": "Ausruhen"}, **ideas)["id"]
        ask("addTag", 409, {"name": "Sitzen"}, "duplicate_tag", **ideas)
        ask("editTag", 204, {"name": "Sitzen", "meaning": ""}, **ideas, tag=first)
        ask("editTag", 409, {"name": "Ausruhen"}, "duplicate_tag", **ideas, tag=first)
        ask("tagEntries", 204, {"entries": ids[1:3], "on": True}, **ideas, tag=first)
        self.told("entriesTagged")
        ask("tagEntries", 404, {"entries": [NOWHERE], "on": True}, "unknown_entry", **ideas, tag=first)
        ask("mergeTag", 204, {"into": other}, **ideas, tag=first)
        ask("mergeTag", 404, {"into": other}, "unknown_tag", **ideas, tag=first)
        ask("removeTag", 204, **ideas, tag=other)
        ask("removeTag", 404, why="unknown_tag", **ideas, tag=other)
        ask("addTag", 422, {"name": " "}, "text_empty", **ideas)
        ask("removeEntry", 204, **ideas, entry=ids[3])
        gone = ask("addTag", 201, {"name": "Weg"}, **ideas)["id"]
        ask("tagEntries", 409, {"entries": [ids[3]], "on": True}, "entry_gone", **ideas, tag=gone)
        ask("restoreEntry", 204, **ideas, entry=ids[3])
        seen = ask("suggest", 200, **ideas)
        self.api.expect(set(seen) == {"duplicates", "themes"}, "suggestions are something else")
        ask("suggest", 404, why="unknown_activity", **{**ideas, "activity": "nirgends"})
        ask("suggest", 422, why="wrong_kind", **{**ideas, "activity": "rang"})

    def collect(self):
        """Entries, comments, edits, and how they are arranged."""
        ask, ideas = self.ask, {**self.here, "activity": "ideen"}
        ask("openActivity", 204, **ideas)
        self.told("activityOpened")
        ask("drawStamps", 404, {**self.here, "seat": secret()}, "unknown_seat")
        ask("drawStamps", 404, {"session": NOWHERE, "seat": secret()}, "unknown_session")
        stamps = self.stamps("ideen")
        edits, entries = zip(*[entry(f"Bank {each}", section="platz") for each in range(5)])
        for stamp, each in zip(stamps, entries):
            self.drop_entry(stamp, each)
        self.told("entriesShown", activity="ideen")
        ids = [each["id"] for each in entries]
        proof = {"activity": "ideen", "entry": ids[0], "editSecret": edits[0]}
        self.drop_entry(stamps[5], entry("Mit Lehne", on=ids[1])[1])
        self.drop_entry(stamps[0], entry("Noch eine", section="platz")[1], status=409, why="stamp_spent")
        self.drop_entry(secret(), entry("Ohne", section="platz")[1], status=403, why="stamp_invalid")
        self.drop_entry(stamps[6], entry("x" * 4001, section="platz")[1], status=422, why="text_too_long")
        self.drop_entry(stamps[6], entry("Nirgends", on=NOWHERE)[1], status=404, why="unknown_entry")
        self.drop_entry(stamps[6], entry("x" * 65536, section="platz")[1], status=413, why="too_large")
        self.drop(403, {"type": "edit", **proof, "editSecret": secret(), "counter": 1, "text": "x"}, "not_the_writer")
        self.drop(200, {"type": "edit", **proof, "counter": 1, "text": "Bank im Schatten"})
        self.drop(200, {"type": "withdraw", **proof, "counter": 2})
        ask("uncover", 409, why="too_soon", **ideas)
        spoken = entry("Am Telefon gesagt", section="platz")[1]
        ask("writeOnBehalf", 204, spoken, **ideas)
        ask("writeOnBehalf", 204, spoken, **ideas)
        ask("writeOnBehalf", 422, entry("Wo?", section="nirgends")[1], "unknown_section", **ideas)
        ask("writeOnBehalf", 404, entry("Worauf?", on=NOWHERE)[1], "unknown_entry", **ideas)
        ask("writeOnBehalf", 409, entry("Zu früh")[1], "activity_not_open", **self.here, activity="rang")

        first = ask("addCluster", 201, {"name": "Bänke"}, **ideas)["id"]
        other = ask("addCluster", 201, {"name": "Licht"}, **ideas)["id"]
        ask("renameCluster", 204, {"name": "Sitzen"}, **ideas, cluster=first)
        self.told("clustersChanged")
        ask("arrange", 204, {"entries": ids[1:3], "cluster": first}, **ideas)
        ask("arrange", 204, {"entries": [ids[2]], "cluster": None}, **ideas)
        self.told("entriesArranged")
        ask("mergeCluster", 204, {"into": other}, **ideas, cluster=first)
        ask("mergeCluster", 404, {"into": other}, "unknown_cluster", **ideas, cluster=first)
        ask("removeCluster", 404, why="unknown_cluster", **ideas, cluster=first)
        gone = ask("addCluster", 201, {"name": "Weg"}, **ideas)["id"]
        ask("removeCluster", 204, **ideas, cluster=gone)
        self.tag(ideas, ids)
        ask("removeEntry", 204, **ideas, entry=ids[4])
        self.told("entriesGone")
        self.api.expect(len(ask("removedEntries", 200, **ideas)["entries"]) == 1, "the removed entry is not listed")
        ask("restoreEntry", 204, **ideas, entry=ids[4])
        ask("restoreEntry", 404, why="unknown_entry", **ideas, entry=NOWHERE)

        odd = {**self.here, "activity": ODD}
        ask("openActivity", 204, **odd)
        for stamp in self.stamps(ODD)[:5]:
            self.drop_entry(stamp, entry("Verdeckt")[1], ODD)
        self.told("progress", activity=ODD, waiting=5)
        ask("uncover", 204, **odd)
        self.told("uncovered", activity=ODD)
        ask("uncover", 409, why="nothing_waiting", **odd)
        ask("setTimer", 204, {"seconds": 300}, **odd)
        self.told("timerSet", activity=ODD)
        ask("setTimer", 204, {}, **odd)
        ask("setTimer", 422, {"seconds": 0}, "bad_rules", **odd)
        ask("setStage", 204, {}, **self.here)
        self.told("stageSet")
        ask("setStage", 204, {"activity": ODD}, **self.here)
        self.told("stageSet", activity=ODD)
        ask("setStage", 409, {"activity": "rang"}, "activity_not_open", **self.here)
        ask("setTimer", 409, {"seconds": 9}, "activity_not_open", **self.here, activity="rang")
        self.told("stampsDue")
