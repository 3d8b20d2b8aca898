#!/usr/bin/env python3
"""The documents name what exists: tests, linked files, files of the house; every decision is in the index."""
import pathlib
import re
import subprocess
import sys

tracked = subprocess.run(["tests/lint/sources.sh", "."], capture_output=True, text=True, check=True).stdout.split()
documents = [pathlib.Path(name) for name in tracked if name.endswith(".md")]
tests = set()
for name in tracked:
    if name.startswith("tests/") and name.endswith(".cpp"):
        text = pathlib.Path(name).read_text("utf-8")
        tests |= {".".join(pair) for pair in re.findall(r"^TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", text, re.M)}
suites = {test.split(".")[0] for test in tests}

for document in documents:
    text = document.read_text("utf-8")
    for named in re.findall(r"`([A-Z]\w+\.[A-Z]\w+)`", text):
        if named not in tests:
            print(f"{document}: there is no test {named}")
    for rule in re.findall(r"`(AnonymityRule\d+)`", text):
        if rule not in suites:
            print(f"{document}: no test is named after {rule}")
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if "://" not in link and not (document.parent / link).exists():
            print(f"{document}: {link} is not there")
    for path in re.findall(r"`((?:server|protocol|tests|docs|client-web)/[\w./-]+\.\w+)`", text):
        if not pathlib.Path(path).exists():
            print(f"{document}: {path} is not there")

index = pathlib.Path("docs/decisions/README.md").read_text("utf-8")
for record in sorted(pathlib.Path("docs/decisions").glob("0*.md")):
    title = record.read_text("utf-8").splitlines()[0].split(". ", 1)[1]
    if f"- [{record.name[:4]}]({record.name}) " not in index:
        print(f"docs/decisions/README.md: {record.name} ({title}) is missing")
sys.exit(0)
