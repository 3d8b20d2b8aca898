#!/usr/bin/env python3
"""bench.py [FILE ...]: plays recordings at full speed and prints the figures; ends with 1 if anything was lost.

Without files: vTaiwan (1,921 people, 49,997 votes), made from the data folder that KLARTEXT_DATA names, or from
../shared/data beside the repository; and the recordings of tests/data. KLARTEXT names the program."""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("KLARTEXT_DATA") or ROOT.parent / "shared" / "data")
PROGRAM = os.environ.get("KLARTEXT") or str(ROOT / "build/release/server/klartext")
FIGURES = ["acts per second", "confirmation p50 ms", "confirmation p99 ms", "CPU us per act", "CPU us per delivery",
           "KiB per connection", "lost", "doubled", "wrong figures", "faults"]


def play(recording, out):
    """True if everything confirmed is in the minutes, once, and nothing went wrong."""
    print(f"== {recording.name}", flush=True)
    run = subprocess.run([PROGRAM, "replay", str(recording), "--speed", "max", "--out", str(out)], text=True,
                         stdout=subprocess.PIPE, check=False)
    print(run.stdout, flush=True)
    rows = {name.strip(): value for name, _, value in (line.rpartition(" ") for line in run.stdout.splitlines())}
    whole = all(name in rows for name in FIGURES)
    clean = all(rows.get(name) == "0" for name in ["lost", "doubled", "wrong figures", "faults"])
    return run.returncode == 0 and whole and clean


def tallies_agree(out, expected):
    """The minutes against the published final votes, one per person."""
    minutes = json.loads((out / "minutes.json").read_text(encoding="utf-8"))
    items = minutes["activities"][0]["items"]
    with open(expected, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = sum(any(items[int(row["comment-id"])][name] != int(row[name]) for name in ["agree", "pass", "disagree"])
                for row in rows)
    print(f"{len(rows)} statements, {wrong} of them with other figures than expected\n", flush=True)
    return wrong == 0 and len(rows) == len(items)


def vtaiwan(folder):
    if not (DATA / "polis-vtaiwan-uberx-2015").is_dir():
        print(f"SKIPPED: vTaiwan, because {DATA} has no polis-vtaiwan-uberx-2015 (KLARTEXT_DATA names another folder)\n",
              flush=True)
        return True
    subprocess.run([sys.executable, str(ROOT / "tests/data/make_replays.py"), str(DATA), "vtaiwan", "--out", str(folder)],
                   check=True)
    out = folder / "out"
    return play(folder / "vtaiwan.jsonl", out) and tallies_agree(out, folder / "vtaiwan-expected.csv")


def main(files):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if files:
            results = [play(pathlib.Path(file), folder / "out") for file in files]
        else:
            kept = ROOT / "tests/data"
            results = [play(kept / "ottensen.jsonl", folder / "ottensen"),
                       play(kept / "freshwater.jsonl", folder / "freshwater")
                       and tallies_agree(folder / "freshwater", kept / "freshwater-expected.csv"),
                       vtaiwan(folder)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
