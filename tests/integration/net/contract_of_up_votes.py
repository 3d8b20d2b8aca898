"""Questions beside everything else, who supports them, and which are answered."""
from contract_of_cards import NOWHERE, entry, secret
from described_api import example


class up_votes:
    """A step of the workshop in api_contract.py."""

    def support(self):
        ask, asked = self.ask, {**self.here, "activity": "fragen"}
        step = {**example("activity-up-votes.json"), "release": "live"}
        ask("addActivity", 201, {"activity": step}, **self.here)
        ask("countUpVotes", 409, why="activity_not_open", **asked)
        ask("openActivity", 204, **asked)
        cards = [entry(text)[1] for text in ("Wann fährt der erste Bus?", "Was kostet die Karte?")]
        for stamp, each in zip(self.stamps("fragen"), cards):
            self.drop_entry(stamp, each, "fragen")
        first, second = (each["id"] for each in cards)
        self.told("entriesShown", activity="fragen")
        ask("countUpVotes", 409, why="too_few_up_votes", **asked)

        stamps = [self.drawn("upVotes", "fragen", seat)["stamp"] for seat in self.seats]
        self.api.expect(len(set(stamps)) == len(stamps), "two seats have the same stamp for up-votes")
        for stamp in stamps[:5]:
            self.say(200, stamp, 1, [first])
        self.told("upVotesCounted", activity="fragen", upVoters=5, counts=[{"entry": first, "upVotes": 5}])
        ask("countUpVotes", 409, why="nothing_waiting", **asked)
        self.say(200, stamps[5], 2, [first, second])
        self.say(200, stamps[5], 1, [])
        ask("countUpVotes", 409, why="too_soon", **asked)
        self.say(404, stamps[0], 2, [NOWHERE], "unknown_entry")
        self.say(422, stamps[0], 2, [first, first], "item_named_twice")
        self.say(422, stamps[0], 2, [first] * 501, "too_many_up_votes")
        self.say(403, secret(), 1, [first], "stamp_invalid")

        ask("markAnswered", 204, {"answered": True}, **asked, entry=first)
        self.told("entryAnswered", activity="fragen", entry=first, answered=True)
        ask("markAnswered", 204, {"answered": False}, **asked, entry=first)
        self.told("entryAnswered", activity="fragen", entry=first, answered=False)
        ask("markAnswered", 404, {"answered": True}, "unknown_entry", **asked, entry=NOWHERE)
        ask("removeEntry", 204, **asked, entry=second)
        ask("markAnswered", 409, {"answered": True}, "entry_gone", **asked, entry=second)
        ask("restoreEntry", 204, **asked, entry=second)
        ideas = {**self.here, "activity": "ideen"}
        ask("countUpVotes", 422, why="wrong_kind", **ideas)
        ask("markAnswered", 422, {"answered": True}, "wrong_kind", **ideas, entry=first)

        ask("closeActivity", 204, **asked)
        self.told("upVotesCounted", activity="fragen", upVoters=6,
                  counts=[{"entry": each, "upVotes": count} for each, count in sorted([(first, 6), (second, 1)])])
        self.say(409, stamps[0], 2, [second], "activity_not_open")
        self.say(200, stamps[0], 1, [first])

    def say(self, status, stamp, counter, entries, why=None):
        self.drop(status, {"type": "upVotes", "activity": "fragen", "stamp": stamp, "counter": counter, "entries": entries}, why)
