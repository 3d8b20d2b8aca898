#!/usr/bin/env python3
"""api_descriptions.py FOLDER: the descriptions in docs/api parse, every reference leads somewhere, every message is
referred to, and the codes and paths that they name exist. Skipped where python3-yaml is not installed."""
import json
import pathlib
import re
import sys

try:
    import yaml
except ImportError:
    print("python3-yaml is not installed: nothing looked at")
    sys.exit(77)

root = pathlib.Path(sys.argv[1])
api = root / "docs/api"
documents = {name: yaml.safe_load((api / name).read_text("utf-8")) for name in ("openapi.yaml", "asyncapi.yaml")}
for file in ("schemas.json", "minutes-1.schema.json"):
    documents[file] = json.loads((api / file).read_text("utf-8"))
faults, checks = [], 0


def expect(good, fault):
    global checks
    checks += 1
    if not good:
        faults.append(fault)


def walk(value):
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    for each in inner:
        yield from walk(each)


def found(document, pointer):
    place = documents.get(document)
    for step in filter(None, pointer.split("/")):
        step = step.replace("~1", "/").replace("~0", "~")
        if not isinstance(place, dict) or step not in place:
            return False
        place = place[step]
    return place is not None


referred = set()
for name, document in documents.items():
    for value in walk(document):
        if not isinstance(value, dict):
            continue
        if "$ref" in value:
            file, _, pointer = value["$ref"].partition("#")
            referred.add((file or name, pointer))
            expect(found(file or name, pointer), f"{name}: {value['$ref']} leads nowhere")
        if "externalValue" in value:
            expect((api / value["externalValue"]).exists(), f"{name}: {value['externalValue']} is not there")

for definition in documents["schemas.json"]["$defs"]:
    used = ("schemas.json", f"/$defs/{definition}") in referred
    expect(used or definition in ("ErrorCode", "FeedMessage", "PlannedItems"), f"schemas.json: {definition} is used nowhere")

codes = set(documents["schemas.json"]["$defs"]["ErrorCode"]["enum"])
methods = ("get", "put", "post", "delete")
operations = set()
for path, item in documents["openapi.yaml"]["paths"].items():
    named = {documents["openapi.yaml"]["components"]["parameters"][p["$ref"].split("/")[-1]]["name"]
             for p in item.get("parameters", [])}
    expect(named == set(re.findall(r"{(\w+)}", path)), f"{path}: parameters are {sorted(named)}")
    for method in methods:
        if method not in item:
            continue
        operation = item[method]
        expect(operation["operationId"] not in operations, f"{method} {path}: its operationId comes twice")
        operations.add(operation["operationId"])
        expect(path.startswith("/api/v1/desk/") <= ("security" in operation or path.endswith(("/login", "/password"))),
               f"{method} {path}: who may do this?")
        for status, answer in operation["responses"].items():
            if answer.get("$ref") == "#/components/responses/refused":
                for code in re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", answer.get("description", "")):
                    known = code in codes or code == "too_many"
                    expect(known, f"{method} {path} {status}: no such code {code}")

listed = re.search(r"### Codes by status\n(.*?)\n\n", documents["openapi.yaml"]["info"]["description"], re.S)
described = {(code, int(status)) for status, codes_of_it in re.findall(r"^- (\d{3}): ((?:.|\n  )*)", listed[1], re.M)
             for code in re.findall(r"`(\w+)`", codes_of_it)}
known = {(each["code"], each["status"]) for each in documents["schemas.json"]["x-errors"]}
expect(described == known, f"openapi.yaml: codes by status differ: {sorted(described ^ known)}")

print(*faults, sep="\n")
print(f"{checks - len(faults)} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)
