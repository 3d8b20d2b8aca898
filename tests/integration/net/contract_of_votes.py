"""What is voted on, and what follows from it: ballots, answers, measures, sign-ups."""
from described_api import example

VOTES = 18  # so many that the round stamps of the start do not do


class votes:
    """Steps of the workshop in api_contract.py."""

    def vote(self):
        """A ballot of each kind, from every seat."""
        ask = self.ask
        for number in range(VOTES):
            step = {"id": f"v{number}", "kind": "vote", "title": "t", "prompt": "", "method": "single_choice", "items": ["a"]}
            ask("addActivity", 201, {"activity": step}, **self.here)
        self.told("agendaChanged")
        self.told("roundStampsDue", roundStamps=40)
        ballots = {
            "termin": {"method": "single_choice", "choice": 1},
            "rang": {"method": "dots", "dots": {"0": 3}},
            "thesen": {"method": "agree_disagree", "stances": {"0": "agree", "1": "disagree"}},
        }
        for activity, ballot in ballots.items():
            ask("openActivity", 204, **self.here, activity=activity)
            slot = self.slot_of(activity)
            for seat in self.seats:
                drawn = ask("drawStamps", 200, {**self.here, "seat": seat}, cookie=None)
                self.drop(200, {"type": "ballot", "activity": activity, "stamp": drawn["rounds"][slot],
                                "counter": 1, "ballot": ballot})
            ask("closeActivity", 204, **self.here, activity=activity)
            self.told("activityClosed", activity=activity)
        ask("openActivity", 409, why="activity_closed_for_good", **self.here, activity="termin")
        vote = {"id": "termin", "kind": "vote", "title": "t", "prompt": "", "method": "single_choice", "items": ["a"]}
        ask("editActivity", 409, vote, "activity_was_opened", **self.here, activity="termin")
        ask("removeActivity", 409, why="activity_was_opened", **self.here, activity="termin")
        self.drop(409, {"type": "ballot", "activity": "termin", "stamp": drawn["rounds"][self.slot_of("termin")],
                        "counter": 2, "ballot": {"method": "single_choice"}}, "activity_not_open")
        self.drop(422, {"type": "address", "stamp": drawn["address"], "mail": "nirgends"}, "mail_invalid")
        self.drop(200, {"type": "address", "stamp": drawn["address"], "mail": "dora@example.org"})

    def texts(self):
        """Answers in own words, of which one is taken out of the result."""
        ask, ideas = self.ask, {**self.here, "activity": "offen"}
        step = {"id": "offen", "kind": "vote", "title": "", "prompt": "", "method": "open_text", "longest": 300,
                "items": ["Was fehlt?"]}
        ask("addActivity", 201, {"activity": step}, **self.here)
        ask("openActivity", 204, **ideas)
        for seat in self.seats:
            drawn = ask("drawStamps", 200, {**self.here, "seat": seat}, cookie=None)
            self.drop(200, {"type": "ballot", "activity": "offen", "stamp": drawn["rounds"][self.slot_of("offen")], "counter": 1,
                            "ballot": {"method": "open_text", "answers": {"0": "Schatten"}}})
        ask("closeActivity", 204, **ideas)
        self.told("activityClosed", activity="offen")
        ask("removeText", 204, {"item": 0, "text": "Schatten"}, **ideas)
        self.told("resultChanged", activity="offen")
        ask("removeText", 404, {"item": 0, "text": "Sonne"}, "unknown_text", **ideas)

    def go_on(self):
        """What goes on from a vote, who does it by when, and who takes part in it by name."""
        ask, measures = self.ask, {**self.here, "activity": "massnahmen"}
        best = {"from": "rang", "take": "top", "count": 1}
        ask("addActivity", 201, {"activity": {"id": "massnahmen", "kind": "measures", "title": "", "prompt": "", "items": best}}, **self.here)
        self.api.expect(len(ask("handedItems", 200, **measures)["items"]) == 1, "it is not the first one that goes on")
        ask("handedItems", 422, why="wrong_kind", **self.here, activity="ideen")
        planned = example("measure-text.json")
        measure = {**measures, "measure": "d" * 32}
        ask("putMeasure", 409, planned, "activity_not_open", **measure)
        ask("openActivity", 204, **measures)
        ask("putMeasure", 204, planned, **measure)
        self.told("measuresChanged", activity="massnahmen")
        ask("putMeasure", 422, {**planned, "due": "2027-02-30"}, "bad_date", **measure)
        ask("putMeasure", 422, {**planned, "about": 7}, "unknown_item", **measure)
        ask("removeMeasure", 204, **measure)
        ask("removeMeasure", 404, why="unknown_measure", **measure)

        ask("addActivity", 201, {"activity": example("activity-sign-up.json")}, **self.here)
        ask("openActivity", 204, **self.here, activity="mitmachen")
        drawn = ask("drawStamps", 200, {**self.here, "seat": self.seats[0]}, cookie=None)["signUps"]
        self.drop(200, {"type": "signUp", "activity": "mitmachen", "stamp": drawn[0]["stamp"], "counter": 1,
                        "name": "Erika Muster", "items": [0]})
        lists = ask("readSignUps", 200, **self.here)
        self.api.expect("Erika Muster" in str(lists), "who signed up is not in the list")
        ask("removeSignUp", 204, {"activity": "mitmachen", "name": "Erika Muster"}, **self.here)
        self.api.expect("Erika Muster" not in str(ask("readSignUps", 200, **self.here)), "who was removed is in the list")

    def slot_of(self, vote):
        def opened(said):
            return said["change"] == "activityOpened" and said["activity"]["id"] == vote
        self.feeds[0].wait_for(opened, f"the opening of {vote}")
        return next(each["activity"]["slot"] for each in self.feeds[0].changes() if opened(each))
