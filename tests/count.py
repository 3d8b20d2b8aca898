#!/usr/bin/env python3
"""Adds up the test cases in the JUnit files of CTest, each of which knows whole programs only.

A GoogleTest program says how many cases ran and passed; any other test may end with a line "N passed, N failed",
or counts as one case. A program that failed without naming a failed case (a crash, a time-out, a leak) counts as one.
What a GoogleTest program skipped is named with its reason, and counts as neither. The last lines of a program that
failed are said again, for what else was built and tested may have hidden them.
Ends with 1 when a case failed, a file is missing, or nothing ran."""
import re
import sys
import xml.etree.ElementTree as xml

RAN = re.compile(r"^\[=+\] (\d+) tests? from \d+ test suites? ran", re.M)
PASSED = re.compile(r"^\[  PASSED  \] (\d+) tests?\.", re.M)
SKIPPED = re.compile(r"^\[  SKIPPED \] (\d+) tests?", re.M)
WHY_SKIPPED = re.compile(r": Skipped\n(.+)$", re.M)
LAST_LINES = 40
OWN_COUNT = re.compile(r"^(\d+) passed, (\d+) failed$", re.M)


def number(pattern, text):
    found = pattern.findall(text)
    return int(found[-1]) if found else 0


def cases(test):
    """(passed, failed) of one program."""
    went_well = test.get("status") == "run"
    output = test.findtext("system-out") or ""
    skipped = test.find("skipped")
    if skipped is not None:
        return (0, 0) if skipped.get("message", "").startswith("SKIP_") else (0, 1)
    if RAN.search(output):
        passed = number(PASSED, output)
        failed = number(RAN, output) - passed - number(SKIPPED, output)
    elif OWN_COUNT.search(output):
        passed, failed = map(int, OWN_COUNT.findall(output)[-1])
    else:
        passed, failed = int(went_well), 0
    return passed, failed if went_well else max(failed, 1)


def say_again(test):
    lines = (test.findtext("system-out") or "").rstrip().splitlines()
    print(f"== {test.get('name')} failed; its last lines:", *lines[-LAST_LINES:], sep="\n")


def main(files):
    tests = [test for file in files for test in xml.parse(file).getroot().iter("testcase")]
    counts = [cases(test) for test in tests]
    reasons = [why for test in tests for why in WHY_SKIPPED.findall(test.findtext("system-out") or "")]
    for why in sorted(set(reasons)):
        print(f"SKIPPED ({reasons.count(why)}): {why}")
    for test, (_, wrong) in zip(tests, counts):
        if wrong:
            say_again(test)
    passed, failed = sum(count[0] for count in counts), sum(count[1] for count in counts)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
