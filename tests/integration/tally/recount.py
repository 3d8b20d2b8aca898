#!/usr/bin/env python3
"""Counts ballots that were really cast with `klartext tally`, and compares every figure with what others computed.

recount.py KLARTEXT FOLDER_OF_BALLOTS"""
import json
import unittest

from program import BALLOTS, counted, known, run, run_all, table

STANCES = {"1": "agree", "0": "pass", "-1": "disagree"}


class Stances(unittest.TestCase):
    def compare(self, folder, people, stances):
        """One ballot per person in a matrix of people and statements."""
        expected = table(folder + "/expected-comments.csv")
        statements = [row["comment-id"] for row in expected]
        ballots = []
        for person in table(folder + "/participants-votes.csv"):
            judged = {str(item): STANCES[person[name]] for item, name in enumerate(statements) if person[name]}
            ballots.append({"stances": judged})
        made = counted("agree_disagree", {"items": statements, "ballots": ballots})
        self.assertEqual((made["records"], made["refused"], made["result"]["ballots"]), (people, [], people))
        rows = made["result"]["rows"]
        self.assertEqual(sum(row["agree"] + row["pass"] + row["disagree"] for row in rows), stances)
        for row, wanted in zip(rows, expected, strict=True):
            figures = {name: int(wanted[name]) for name in ("agree", "pass", "disagree")}
            self.assertEqual(row, figures, "statement " + wanted["comment-id"])

    def test_vtaiwan(self):
        self.compare("vtaiwan-2015", 1921, 49443)

    def test_freshwater(self):
        self.compare("freshwater-2017", 117, 3972)


class Approvals(unittest.TestCase):
    def test_wikimedia(self):
        proposals = [each for each in known("wikimedia-wishlist-2020/wishlist-2020.json")["proposals"] if each["voters"]]
        people = {}
        for item, proposal in enumerate(proposals):
            for voter in proposal["voters"]:
                people.setdefault(voter, []).append(item)
        titles = [proposal["title"] for proposal in proposals]
        ballots = [{"voter": voter, "approved": items} for voter, items in people.items()]
        made = counted("approval", {"items": titles, "ballots": ballots})
        self.assertEqual(made["result"]["ballots"], 369)
        counts = sorted((row["approvals"] for row in made["result"]["rows"]), reverse=True)
        self.assertEqual(counts, [int(row["approvals"]) for row in table("wikimedia-wishlist-2020/expected-approvals.csv")])
        self.assertEqual(len(counts), 72)


class Points(unittest.TestCase):
    def test_beyond_conference_counts_one_valid_ballot_per_person(self):
        election = known("beyond-conference-2025/election.json")
        expected = known("beyond-conference-2025/expected.json")
        ballots = [
            {"voter": record["voter"], "points": {str(each["candidate"]): each["vote"] for each in record["votes"]}}
            for record in election["votes"]
        ]
        titles = [each["title"] for each in election["candidates"]]
        made = counted("points", {"items": titles, "budget": 99, "quadratic": True, "ballots": ballots})
        self.assertEqual((made["records"], made["result"]["ballots"]), (133, expected["valid_ballots"]))
        self.assertGreaterEqual({each["code"] for each in made["refused"]}, {"negative_dots"})
        proper = list(expected["totals"].values())[-1]
        self.assertEqual({title: row["points"] for title, row in zip(titles, made["result"]["rows"])}, proper)


class Rankings(unittest.TestCase):
    FILE = BALLOTS / "nsw-ballina-2015/00058-00000003.soi"
    EXPECTED = known("nsw-ballina-2015/expected.json")

    def test_ballina_by_all_readings_of_borda(self):
        readings = {
            "nothing": "borda_unranked_get_0",
            "share_rest": "borda_unranked_share_the_rest_equally",
            "counted_down": next(key for key in self.EXPECTED if "modified" in key or "counted" in key),
        }
        for unranked, key in readings.items():
            done = run("ranking", self.FILE, "--json", "--unranked", unranked)
            self.assertEqual(done.returncode, 0, done.stderr)
            made = json.loads(done.stdout)
            rows = dict(zip(made["items"], made["result"]["rows"], strict=True))
            self.assertEqual(made["result"]["ballots"], 47458)
            self.assertEqual({name: row["points"] for name, row in rows.items()}, self.EXPECTED[key], unranked)
            self.assertEqual({name: row["first"] for name, row in rows.items()}, self.EXPECTED["first_preferences"])


class Refusing(unittest.TestCase):
    def test_what_is_no_file_of_ballots_ends_with_two_and_says_where(self):
        for text in ("", "{", '{"items": ["A"]}', '{"items": ["A"], "ballots": 3}'):
            done = run("dots", "-", text=text)
            self.assertEqual(done.returncode, 2, text)
            self.assertIn("klartext: -: ", done.stderr)
            self.assertEqual(done.stdout, "")

    def test_a_ballot_that_breaks_the_rules_is_named_and_the_others_count(self):
        ballots = {"items": ["A", "B"], "budget": 3, "perItem": 3, "ballots": [{"dots": {"0": 2}}, {"dots": {"0": 4}}, {"dots": {"7": 1}}]}
        made = counted("dots", ballots)
        self.assertEqual([each["ballot"] for each in made["refused"]], [1, 2])
        self.assertEqual([row["dots"] for row in made["result"]["rows"]], [2, 0])


run_all()
