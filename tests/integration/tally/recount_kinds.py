#!/usr/bin/env python3
"""Every method of `klartext tally` against an independent count: judges' scores and a survey that were really given, examples of
textbooks, and ballots of chance with all that people do to them.

recount_kinds.py KLARTEXT FOLDER_OF_BALLOTS"""
import json
import numbers
import random
import unittest
from fractions import Fraction

from independent import METHODS
from program import BALLOTS, counted, counted_file, known, run, run_all, table

ITEMS = ["Bäume fürs Gäßchen", "שביל אופניים 2×", "مقاعد قرب المحطة 7", "👩🏽‍🔧 Werkstatt 👨‍👩‍👧‍👦", "Alles bleibt"]


def silent(ballot):
    """Nothing is said in it."""
    said = [value for name, value in ballot.items() if name not in ("voter", "count")]
    return not any(value.strip() if isinstance(value, str) else value or value == 0 for value in said)


def one_per_voter(ballots):
    """In their order; of a voter the last one, in the place of the first."""
    kept = {}
    for at, ballot in enumerate(ballots):
        for nth in range(ballot.get("count", 1)):
            kept[ballot.get("voter", (at, nth))] = ballot
    return list(kept.values())


class Comparing(unittest.TestCase):
    def alike(self, made, wanted, where="result"):
        """Whole numbers to the unit, others to the last digits that a double has."""
        if isinstance(wanted, dict):
            for name, value in wanted.items():
                self.assertIn(name, made, where)
                self.alike(made[name], value, f"{where}/{name}")
        elif isinstance(wanted, list):
            self.assertEqual(len(made), len(wanted), where)
            for at, value in enumerate(wanted):
                self.alike(made[at], value, f"{where}/{at}")
        elif isinstance(wanted, numbers.Number) and not isinstance(wanted, (bool, int)):
            self.assertAlmostEqual(made, float(wanted), delta=2e-9 * max(1, abs(float(wanted))), msg=where)
        else:
            self.assertEqual(made, wanted, where)

    def same_fields(self, made, wanted, more, where="result"):
        """What does not exist is not there either."""
        if isinstance(wanted, dict):
            self.assertEqual(set(made) - more, set(wanted) - more, where)
            for name, value in wanted.items():
                self.same_fields(made[name], value, more, f"{where}/{name}")
        if isinstance(wanted, list):
            for at, value in enumerate(wanted):
                self.same_fields(made[at], value, more, f"{where}/{at}")

    def recount(self, method, file, refused=()):
        """`refused`: places of the ballots that must not count."""
        made = counted(method, file)
        self.assertEqual([each["ballot"] for each in made["refused"]], list(refused))
        valid = one_per_voter([ballot for at, ballot in enumerate(file["ballots"]) if at not in refused])
        wanted = METHODS[method](file, len(file["items"]), valid)
        self.alike(made["result"], wanted)
        self.same_fields(made["result"], wanted, {"method", "ballots", "abstentions", "histogram"})
        self.assertEqual(made["result"]["ballots"], len(valid))
        self.assertEqual(made["result"]["abstentions"], sum(silent(ballot) for ballot in valid))
        return made


class JudgesScores(Comparing):
    """Three pairs of skaters, five components, nine judges. The scores go by quarters from 5.5 to 7.75, which are ten steps."""

    ROWS = table("figure-skating-2017/scores.csv")
    JUDGES = [f"J{number}" for number in range(1, 10)]

    def scores(self, row):
        return [int((Fraction(row[judge]) - Fraction(21, 4)) * 4) for judge in self.JUDGES]

    def file(self, inverted=(), silent_judge=None):
        components = list(dict.fromkeys(row["component"] for row in self.ROWS))
        pairs = list(dict.fromkeys(row["pair"] for row in self.ROWS))
        ballots = [{"voter": judge, "ratings": {}, "cannotJudge": {}} for judge in self.JUDGES]
        for row in self.ROWS:
            pair, component = str(pairs.index(row["pair"])), components.index(row["component"])
            for number, (ballot, step) in enumerate(zip(ballots, self.scores(row), strict=True)):
                if (number, component) == silent_judge:
                    ballot["cannotJudge"].setdefault(pair, []).append(component)
                else:
                    ballot["ratings"].setdefault(pair, {})[str(component)] = step
        criteria = [
            {"title": title, "weight": weight, "inverted": at in inverted}
            for at, (title, weight) in enumerate(zip(components, (5, 1, 3, 2, 2), strict=True))
        ]
        return {"items": [f"Paar {pair}" for pair in pairs], "steps": 10, "criteria": criteria, "ballots": ballots}

    def test_the_scores_are_those_of_the_protocol(self):
        """The panel's score leaves out the highest and the lowest."""
        for row in self.ROWS:
            middle = sorted(Fraction(row[judge]) for judge in self.JUDGES)[1:-1]
            self.assertAlmostEqual(float(sum(middle) / 7), float(row["scores_of_panel"]), delta=0.005)

    def test_by_several_criteria_of_unequal_weight(self):
        made = self.recount("multi_criteria", self.file())
        first = made["result"]["rows"][0]["criteria"][0]["summary"]
        # 60 points of nine judges: on the steps, 4 × 60 - 9 × 21.
        self.assertAlmostEqual(first["mean"], (4 * 60 - 189) / 9)

    def test_where_less_is_better_and_one_judge_declines(self):
        made = self.recount("multi_criteria", self.file(inverted=(1, 4), silent_judge=(3, 2)))
        cells = [row["criteria"][2] for row in made["result"]["rows"]]
        self.assertEqual([(cell["cannotJudge"], cell["summary"]["judgements"]) for cell in cells], [(1, 8)] * 3)

    def test_as_a_rating_of_one_component(self):
        rows = [row for row in self.ROWS if row["component"] == "Performance"]
        steps = [self.scores(row) for row in rows]
        ballots = [{"ratings": {str(pair): steps[pair][judge] for pair in range(3)}} for judge in range(9)]
        self.recount("rating", {"items": ITEMS[:3], "steps": 10, "cannotJudge": False, "ballots": ballots})


class Surveys(Comparing):
    def test_people_who_name_a_source_of_their_own(self):
        """143 people who were asked how they check the weather, with whatever they wrote under "other"."""
        rows = [list(row.values()) for row in table("weather-check-2015/answers.csv")]
        sources = [source for source in dict.fromkeys(how for how, _ in rows) if not source.startswith(("A specific", "-"))]
        ballots = [
            {"chosen": [sources.index(how)] if how in sources else [], "other": "" if text == "-" else text} for how, text in rows
        ]
        made = self.recount("multiple_choice", {"items": sources, "most": 1, "other": True, "ballots": ballots})["result"]
        self.assertEqual((made["ballots"], made["abstentions"], made["otherCount"]), (143, 4, 26))
        # Nobody's words are put together with another's, and nothing but the white space at their ends is gone.
        bugs = [text for text in made["others"] if text.lower().replace(" ", "").startswith("weatherbug")]
        self.assertEqual(bugs, ["Weatherbug", "Weatherbug", "weather bug", "weatherbug", "weatherbug app"])
        self.assertIn("ipod weather", made["others"])
        self.assertIn('google "weather"', made["others"])

    def test_who_names_a_thing_twice_is_refused_with_a_reason(self):
        file = known("textbooks/survey.json")
        made = self.recount("multiple_choice", file, refused=(4, 5, 6, 10, 12))
        codes = ["item_named_twice", "too_many_choices", "item_named_twice", "unknown_item", "item_named_twice"]
        self.assertEqual([each["code"] for each in made["refused"]], codes)
        self.assertTrue(all(len(each["message"]) > 10 for each in made["refused"]))
        self.assertEqual(made["result"]["others"].count("Roller"), 1)
        self.assertEqual({"ROLLER", "Roller", "roller"} - set(made["result"]["others"]), set())
        # Voter 11 named one twice at the second attempt: the first one counts.
        self.assertEqual(made["result"]["rows"][3]["count"], 2)


class Textbooks(Comparing):
    def ranked(self, name, *options):
        return counted_file("ranking", BALLOTS / "textbooks" / name, *options)["result"]

    def rankings(self, name):
        """What a file of PrefLib holds, read anew."""
        ballots = []
        for line in (BALLOTS / "textbooks" / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                times, _, order = line.partition(":")
                ballots += [{"ranking": [int(each) - 1 for each in order.split(",")]}] * int(times)
        return ballots

    def test_every_file_by_every_reading(self):
        for name, items in {"borda-1781.soc": 3, "condorcet-1785.soc": 3, "tennessee.soi": 4, "partial.soi": 5}.items():
            for reading in ("nothing", "share_rest", "counted_down"):
                with self.subTest(file=name, reading=reading):
                    wanted = METHODS["ranking"]({"unranked": reading}, items, self.rankings(name))
                    self.alike(self.ranked(name, "--unranked", reading), wanted)

    def test_borda_s_own_example(self):
        """As he counts, 3 points to a first place: 37, 42 and 47, where most first places would have elected A."""
        rows = self.ranked("borda-1781.soc")["rows"]
        self.assertEqual([row["points"] + row["ranked"] for row in rows], [37, 42, 47])
        self.assertEqual([row["first"] for row in rows], [8, 7, 6])

    def test_condorcet_s_own_circle(self):
        made = self.ranked("condorcet-1785.soc")
        self.assertEqual((made["pairwise"][0][1], made["pairwise"][1][2], made["pairwise"][2][0]), (33, 42, 35))
        self.assertNotIn("condorcetWinner", made)
        self.assertEqual(made["smithSet"], [0, 1, 2])

    def test_the_capital_of_tennessee(self):
        made = self.ranked("tennessee.soi")
        memphis, nashville, _, knoxville = range(4)
        self.assertEqual([row["points"] for row in made["rows"]], [126, 194, 173, 107])
        self.assertEqual((made["condorcetWinner"], made["runoffWinner"]), (nashville, knoxville))
        self.assertEqual(max(range(4), key=lambda item: made["rows"][item]["first"]), memphis)

    def test_a_ranking_with_ties_is_refused_with_its_line(self):
        done = run("ranking", BALLOTS / "textbooks/ties.soi", "--json")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("ties.soi: line 10: alternatives that tie in a ballot cannot be counted", done.stderr)

    def test_the_weight_of_the_ox(self):
        """The median that Galton printed; quarters of his nineteen figures lie between two of them."""
        file = known("textbooks/galton-1907.json")
        row = self.recount("estimate", file)["result"]["rows"][0]
        self.assertEqual((row["median"], row["lowest"], row["highest"]), (1207, 1074, 1293))
        self.assertEqual((row["lowerQuartile"], row["upperQuartile"]), ((1162 + 1174) / 2, (1230 + 1236) / 2))

    def test_four_friends_and_the_passive_option(self):
        file = known("textbooks/four-friends.json")
        made = self.recount("consensing", file, refused=(5,))["result"]
        self.assertEqual([row["resistance"] for row in made["rows"]], [19, 16, 10, 7, 37])
        self.assertEqual([row["judgements"] for row in made["rows"]], [4, 4, 4, 3, 4])
        # Most would have gone to the Greek place; the least resistance by the mean meets the inn, where one did not judge.
        means = [row["mean"] for row in made["rows"]]
        self.assertEqual(means.index(min(means)), 3)
        self.assertEqual([row["betterThanPassive"] for row in made["rows"]], [True] * 4 + [False])
        self.assertEqual([row["vetoes"] for row in made["rows"]], [1, 1, 0, 0, 2])
        self.assertEqual(made["rows"][1]["objections"], ["Das ist mir zu fett."])

    def test_the_passive_option_stands_last_or_nothing_is_counted(self):
        file = known("textbooks/four-friends.json") | {"passive": "Etwas anderes"}
        done = run("consensing", "-", "--json", text=json.dumps(file))
        self.assertEqual(done.returncode, 2)
        self.assertIn("items: must end with the passive option", done.stderr)


def some(chance, among):
    return chance.sample(among, chance.randint(0, len(among)))


def of_some(chance, make):
    return {str(item): make() for item in some(chance, range(len(ITEMS)))}


def dealt(chance, most):
    left = {}
    for _ in range(chance.randint(0, most)):
        item = str(chance.randrange(len(ITEMS)))
        left[item] = left.get(item, 0) + 1
    return left


def words(chance):
    return chance.choice([" Mehr Bänke ", "mehr bänke", "عدد المقاعد 12", "עוד ספסלים!", "👍🏾", "Zeile 1\nZeile 2", "=1+1"])


def judgements(chance, lowest, steps):
    rated = of_some(chance, lambda: chance.randint(lowest, lowest + steps - 1))
    return {"ratings": rated, "cannotJudge": [item for item in range(len(ITEMS)) if str(item) not in rated and chance.random() < 0.3]}


def judgements_by_criteria(chance, criteria, lowest, steps):
    ballot = {"ratings": {}, "cannotJudge": {}}
    for item in map(str, some(chance, range(len(ITEMS)))):
        for criterion in some(chance, range(criteria)):
            if chance.random() < 0.2:
                ballot["cannotJudge"].setdefault(item, []).append(criterion)
            else:
                ballot["ratings"].setdefault(item, {})[str(criterion)] = chance.randint(lowest, lowest + steps - 1)
    return ballot


# Of each method: rules of chance, how a ballot is made by them, and ballots that they refuse.
def random_rules(chance):
    lowest, steps = chance.randint(0, 1), chance.randint(2, 11)
    criteria = [
        {"title": f"Kriterium {at}", "weight": chance.randint(1, 100), "inverted": chance.random() < 0.4}
        for at in range(chance.randint(2, 8))
    ]
    highest, decimals = chance.choice([2, 5, 10]), chance.randint(0, 3)
    rankings = {"unranked": chance.choice(["nothing", "share_rest", "counted_down"])}
    unknown = str(len(ITEMS))
    return {
        "single_choice": ({}, lambda: chance.choice([{}, {"choice": chance.randrange(len(ITEMS))}]), [{"choice": -1}]),
        "multiple_choice": (
            {"other": True},
            lambda: {"chosen": some(chance, range(len(ITEMS))), "other": chance.choice(["", " ", words(chance)])},
            [{"chosen": [2, 2]}],
        ),
        "approval": ({}, lambda: {"approved": some(chance, range(len(ITEMS)))}, [{"approved": [0, 0]}]),
        "agree_disagree": (
            {},
            lambda: {"stances": of_some(chance, lambda: chance.choice(["agree", "pass", "disagree"]))},
            [{"stances": {unknown: "agree"}}],
        ),
        "dots": ({"budget": 7, "perItem": 7}, lambda: {"dots": dealt(chance, 7)}, [{"dots": {"0": 8}}, {"dots": {"0": -1}}]),
        "points": ({"budget": 20}, lambda: {"points": dealt(chance, 20)}, [{"points": {"0": 21}}, {"points": {unknown: 1}}]),
        "ranking": (rankings, lambda: {"ranking": some(chance, range(len(ITEMS)))}, [{"ranking": [1, 0, 1]}, {"ranking": [5]}]),
        "rating": (
            {"lowest": lowest, "steps": steps},
            lambda: judgements(chance, lowest, steps),
            [{"ratings": {"0": lowest + steps}}, {"ratings": {"0": lowest - 1}}],
        ),
        "multi_criteria": (
            {"lowest": lowest, "steps": steps, "criteria": criteria},
            lambda: judgements_by_criteria(chance, len(criteria), lowest, steps),
            [{"ratings": {"0": {str(len(criteria)): lowest}}}, {"ratings": {"0": {"0": lowest + steps}}}],
        ),
        "consensing": (
            {"highest": highest, "passive": ITEMS[-1], "veto": chance.randint(0, highest)},
            lambda: {
                "resistance": of_some(chance, lambda: chance.randint(0, highest)),
                "objections": of_some(chance, lambda: words(chance)) if chance.random() < 0.3 else {},
            },
            [{"resistance": {"0": highest + 1}}, {"objections": {"0": "\u200d"}}],
        ),
        "estimate": (
            {"decimals": decimals, "lowest": -500, "highest": 500},
            lambda: {"estimates": of_some(chance, lambda: round(min(max(chance.gauss(100, 120), -500), 500), decimals))},
            [{"estimates": {"0": 501}}, {"estimates": {"0": 0.0001}}],
        ),
        "open_text": ({}, lambda: {"answers": of_some(chance, lambda: words(chance))}, [{"answers": {"0": "x" * 501}}]),
    }


class BallotsOfChance(Comparing):
    def check_histogram(self, row, values):
        """Round classes without a gap, each value in one of them."""
        bins = row["histogram"]
        self.assertLessEqual(len(bins), 12)
        for at, each in enumerate(bins):
            if at > 0:
                self.assertEqual(each["from"], bins[at - 1]["to"])
            self.assertEqual(each["count"], sum(each["from"] <= value < each["to"] for value in values))
        self.assertEqual(sum(each["count"] for each in bins), len(values))

    def test_every_method_with_any_rules(self):
        for seed in range(25):
            chance = random.Random(seed)
            for method, (rules, cast, broken) in random_rules(chance).items():
                with self.subTest(method=method, seed=seed):
                    ballots = [cast() for _ in range(chance.choice([1, 2, 7, 40]))]
                    for ballot in ballots:
                        beside = chance.choice([{}, {"voter": f"p{chance.randrange(20)}"}, {"count": chance.randint(1, 3)}])
                        ballot.update(beside)
                    refused = []
                    for ballot in broken:
                        refused.append(len(ballots))
                        ballots.append({"voter": "p1", **ballot})
                    made = self.recount(method, {"items": ITEMS, **rules, "ballots": ballots}, refused)
                    if method == "estimate":
                        valid = one_per_voter(ballots[: refused[0]])
                        for item, row in enumerate(made["result"]["rows"]):
                            values = [each["estimates"][str(item)] for each in valid if str(item) in each["estimates"]]
                            self.check_histogram(row, values)
                    self.assertEqual(made["items"], ITEMS)


if __name__ == "__main__":
    run_all()
