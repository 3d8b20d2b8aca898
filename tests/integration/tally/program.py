"""`klartext tally` and the folder of ballots, as the tests beside this file are given them: PROGRAM FOLDER_OF_BALLOTS."""
import csv
import json
import pathlib
import subprocess
import sys
import unittest

KLARTEXT = sys.argv[1]
BALLOTS = pathlib.Path(sys.argv[2])


def run(*arguments, text=None):
    return subprocess.run([KLARTEXT, "tally", *map(str, arguments)], input=text, capture_output=True, encoding="utf-8")


def counted_file(method, path, *options):
    done = run(method, path, "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def counted(method, ballots):
    done = run(method, "-", "--json", text=json.dumps(ballots))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def table(path):
    with open(BALLOTS / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known(path):
    return json.loads((BALLOTS / path).read_text(encoding="utf-8"))


def run_all():
    outcome = unittest.main(module="__main__", argv=sys.argv[:1], exit=False, verbosity=2).result
    failed = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - failed} passed, {failed} failed")
    sys.exit(failed > 0 or outcome.testsRun == 0)
