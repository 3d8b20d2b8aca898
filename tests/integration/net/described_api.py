"""A client that asks a running server what docs/api describes, and compares every answer with the description."""
import http.client
import json
import pathlib
import re
import threading
import urllib.parse

import jsonschema
import yaml

METHODS = ("get", "put", "post", "delete")


class described_api:
    """`faults` says what differs; `seen` holds every (operationId, status) that the server has answered."""

    def __init__(self, folder, host):
        self.folder = folder
        self.document = yaml.safe_load((folder / "openapi.yaml").read_text("utf-8"))
        schemas = json.loads((folder / "schemas.json").read_text("utf-8"))
        self.definitions = schemas["$defs"]
        self.statuses = {each["code"]: each["status"] for each in schemas["x-errors"]}
        self.operations = {item[method]["operationId"]: (method.upper(), path, item[method])
                           for path, item in self.document["paths"].items() for method in METHODS if method in item}
        self.host, self.connection, self.cookie = host, http.client.HTTPConnection(host, timeout=60), None
        self.faults, self.seen, self.checks, self.lock = [], set(), 0, threading.Lock()

    def expect(self, good, fault):
        with self.lock:
            self.checks += 1
            if not good:
                self.faults.append(fault)

    def fits(self, value, schema, where):
        """Schemas of the description refer to schemas.json, which refers to itself, or are a file of their own."""
        if schema.get("$ref", "").startswith("minutes-"):
            schema = json.loads((self.folder / schema["$ref"]).read_text("utf-8"))
        else:
            schema = {**json.loads(json.dumps(schema).replace("schemas.json#/", "#/")), "$defs": self.definitions}
        validator = jsonschema.Draft202012Validator(schema)
        best = jsonschema.exceptions.best_match(validator.iter_errors(value))
        self.expect(best is None, f"{where}: {best.message if best else ''} at {best.json_path if best else ''}")

    def resolved(self, answer):
        if "$ref" not in answer:
            return answer
        named = self.document["components"]["responses"][answer["$ref"].rsplit("/", 1)[-1]]
        return {**named, **{key: value for key, value in answer.items() if key != "$ref"}}

    def raw(self, method, path, body=None, headers=None):
        """(status, headers, bytes) of anything at all."""
        for attempt in (1, 2):
            try:
                self.connection.request(method, path, body, headers or {})
                answer = self.connection.getresponse()
                return answer.status, answer.headers, answer.read()
            except (http.client.HTTPException, ConnectionError):  # the server ends connections after some refusals
                self.connection.close()
                if attempt == 2:
                    raise

    def path_of(self, operation, parameters):
        """Parts of the path are percent-encoded whole, but for the slash in the name of a file."""
        quoted = {name: urllib.parse.quote(text, safe="/" if name == "file" else "") for name, text in parameters.items()}
        return self.operations[operation][1].format(**quoted)

    def ask(self, operation, status, body=None, why=None, cookie=..., headers=None, **parameters):
        """Asks, compares with the description, and gives the answer: read JSON, else bytes."""
        method, _, described = self.operations[operation]
        where = f"{operation} {status}"
        given = {"Origin": f"http://{self.host}"} if method != "GET" else {}
        cookie = self.cookie if cookie is ... else cookie
        if cookie:
            given["Cookie"] = cookie
        sent = body
        if body is not None and not isinstance(body, bytes):
            sent = json.dumps(body).encode()
            given["Content-Type"] = "application/json"
            if 200 <= status < 300:
                self.fits(body, described["requestBody"]["content"]["application/json"]["schema"], where + ", request")
        path = self.path_of(operation, parameters)
        got, answered, content = self.raw(method, path, sent, {**given, **(headers or {})})
        self.expect(got == status, f"{where}: answered {got} {content[:200]}")
        self.seen.add((operation, got))
        value = self.compare(operation, got, answered, content)
        if why:
            said = value.get("code") if isinstance(value, dict) else value
            self.expect(said == why, f"{where}: said {said} instead of {why}")
        if "Set-Cookie" in answered and got == 204 and operation == "login":
            self.cookie = answered["Set-Cookie"].split(";")[0]
        return value

    def compare(self, operation, status, headers, content):
        where = f"{operation} {status}"
        answers = self.operations[operation][2]["responses"]
        self.expect(str(status) in answers or "default" in answers, f"{where} is not described")
        explicit = str(status) in answers
        answer = self.resolved(answers.get(str(status), answers.get("default", {})))
        for name in answer.get("headers", {}):
            self.expect(name in headers, f"{where}: has no {name}")
        kinds = answer.get("content", {})
        if not kinds:
            self.expect(not content, f"{where}: has content, and none is described")
            return None
        kind = headers.get("Content-Type", "").split(";")[0]
        self.expect(kind in kinds, f"{where}: its content type {kind!r} is not described")
        if kind != "application/json":
            return content
        value = json.loads(content)
        self.fits(value, kinds.get(kind, {}).get("schema", {}), where)
        if status >= 400:
            self.compare_code(where, value.get("code"), status, answer.get("description", "") if explicit else "")
        return value

    def compare_code(self, where, code, status, description):
        self.expect(self.statuses.get(code) == status, f"{where}: {code} belongs to {self.statuses.get(code)}")
        named = set(re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", description)) & set(self.statuses)
        self.expect(not named or code in named, f"{where}: {code} is not among those described: {sorted(named)}")

    def unseen(self):
        """Answers that are described and never came. What only a broken disk or much patience brings is not expected."""
        described = {(name, int(status)) for name, (_, _, operation) in self.operations.items()
                     for status in operation["responses"] if status != "default"}
        a_day = {("minutesPage", 410), ("minutesFile", 410)}  # no link ends sooner
        two_minutes = {("countUpVotes", 204)}  # five who say something new are counted without being asked for
        patience = a_day | two_minutes
        return sorted(f"{name} {status}" for name, status in described - self.seen - patience if status != 503)


def example(name):
    root = pathlib.Path(__file__).resolve().parents[3]
    return json.loads((root / "tests/wire-examples" / name).read_text("utf-8"))
