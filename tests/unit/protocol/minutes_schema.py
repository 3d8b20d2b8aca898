#!/usr/bin/env python3
"""minutes_schema.py PROGRAM: holds every minutes.json that PROGRAM writes against docs/api/minutes-1.schema.json, and sees to it
that the schema lets nothing else through. Skipped where python3-jsonschema is not installed."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError as missing:
    print(f"{missing}: nothing looked at")
    sys.exit(77)

SCHEMA = json.loads((pathlib.Path(__file__).resolve().parents[3] / "docs/api/minutes-1.schema.json").read_text("utf-8"))


def objects_in(value, path="$"):
    """Every object below and where it is, the value itself included."""
    if isinstance(value, dict):
        yield path, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield from objects_in(part, f"{path}.{name}")


def changed(minutes):
    """Minutes that are wrong in one place each: a field too many, or one that has to be there and is not."""
    for path, found in objects_in(minutes):
        found["surprise"] = 1
        yield f"a new field at {path}", copy.deepcopy(minutes)
        del found["surprise"]
    for name in ("protocol", "title", "date", "cover", "activities"):
        yield f"no {name}", {key: value for key, value in minutes.items() if key != name}
    yield "another version", {**minutes, "protocol": 2}
    yield "a time of day", {**minutes, "date": "2026-11-21T10:00:00"}


def fields_of_schema():
    return {name for _, found in objects_in(SCHEMA) if isinstance(found.get("properties"), dict) for name in found["properties"]}


def main(program):
    validator = jsonschema.Draft202012Validator(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    faults, seen, checks = [], set(), 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder], check=True)
        for file in sorted(pathlib.Path(folder).iterdir()):
            minutes = json.loads(file.read_text("utf-8"))
            seen |= {name for _, found in objects_in(minutes) for name in found}
            checks += 1
            faults += [f"{file.name}: {each.message} at {each.json_path}" for each in validator.iter_errors(minutes)]
            for what, wrong in changed(minutes):
                checks += 1
                if validator.is_valid(wrong):
                    faults.append(f"{file.name}: {what} is let through")
    faults += [f"no sample has {name}, which the schema describes" for name in sorted(fields_of_schema() - seen)]
    print(*faults, sep="\n")
    print(f"{checks} checks, {len(faults)} faults")
    return 1 if faults or checks < 100 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
