"""Brainwriting: sheets are asked for, written on and passed on."""
from contract_of_cards import entry, secret
from described_api import example


class sheets:
    """A step of the workshop in api_contract.py."""

    def pass_sheets_on(self):
        ask, going = self.ask, {**self.here, "activity": "weiter"}
        step = example("activity-brainwriting.json")
        ask("addActivity", 422, {"activity": {**step, "release": "waves"}}, "bad_brainwriting", **self.here)
        ask("addActivity", 201, {"activity": {each: step[each] for each in step if each != "release"}}, **self.here)
        ask("openActivity", 204, **going)
        asked = [self.wish(seat, 1) for seat in self.seats]
        given = [self.drop(200, each)["sheet"] for each in asked]
        self.api.expect(sorted(given) == ["1", "1", "2", "2", "3", "3"], f"not every sheet is with two people: {given}")
        self.api.expect(self.drop(200, asked[0])["sheet"] == given[0], "a seat gets another sheet in the same turn")
        self.drop(409, {**asked[0], "turn": 2}, "not_this_turn")
        self.drop(403, {**asked[0], "stamp": secret()}, "stamp_invalid")
        self.drop(422, {**asked[0], "activity": "ideen"}, "wrong_kind")

        cards = [self.drawn("cards", "weiter", seat)["stamps"] for seat in self.seats]
        self.api.expect({len(each) for each in cards} == {3}, "other than three cards in the first turn")
        for stamps, sheet in zip(cards, given):
            self.drop_entry(stamps[0], entry("Ein Rad für jede Abteilung", section=sheet)[1], "weiter")
        self.drop_entry(cards[0][1], entry("Wohin?", section="51")[1], "weiter", 422, "unknown_section")
        ask("uncover", 422, why="wrong_kind", **going)
        second = example("turn-to-start.json")
        ask("startTurn", 409, {"turn": 3}, "not_this_turn", **going)
        ask("startTurn", 204, second, **going)
        self.told("entriesShown", activity="weiter")
        self.told("turnStarted", activity="weiter", turn=2)
        ask("startTurn", 204, second, **going)
        ask("startTurn", 409, {"turn": 1}, "not_this_turn", **going)
        self.drop(409, asked[0], "not_this_turn")

        grown = self.drawn("cards", "weiter", self.seats[0])["stamps"]
        self.api.expect(len(grown) == 6 and grown[:3] == cards[0], "card stamps do not grow with the turns")
        sheet = self.drop(200, self.wish(self.seats[0], 2, [int(given[0])]))["sheet"]
        self.api.expect(sheet != given[0], "a seat gets a sheet again that it has had")
        self.drop_entry(grown[1], entry("Und Duschen dazu", section=sheet)[1], "weiter")
        ask("startTurn", 409, {"turn": 3}, "too_soon", **going)
        ask("startTurn", 422, {"turn": 3}, "wrong_kind", **{**going, "activity": "ideen"})
        ask("closeActivity", 204, **going)
        ask("startTurn", 409, {"turn": 3}, "activity_not_open", **going)
        self.drop(409, self.wish(self.seats[1], 2, stamp=secret()), "activity_not_open")

    def wish(self, seat, turn, had=(), stamp=None):
        if not stamp:
            drawn = self.drawn("sheets", "weiter", seat)
            self.api.expect(drawn["turn"] == turn, f"a stamp for turn {drawn['turn']} instead of {turn}")
            stamp = drawn["stamp"]
        return {"type": "sheet", "activity": "weiter", "stamp": stamp, "turn": turn, "had": list(had)}
