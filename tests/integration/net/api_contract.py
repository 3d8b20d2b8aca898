#!/usr/bin/env python3
"""api_contract.py PROGRAM: a whole workshop against the running program, through every operation that docs/api/openapi.yaml
describes, and every message of docs/api/asyncapi.yaml. Skipped where python3-yaml or python3-jsonschema is not installed."""
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback

try:
    from contract_of_cards import NOWHERE, ODD, cards, secret
    from contract_of_sheets import sheets
    from contract_of_up_votes import up_votes
    from contract_of_votes import votes
    from described_api import described_api, example
    from described_feed import described_feed
except ImportError as missing:
    print(f"{missing}: nothing looked at")
    sys.exit(77)

API = pathlib.Path(__file__).resolve().parents[3] / "docs/api"
PASSWORD = "korrekt-pferd-batterie"
SETTINGS = {"title": "Ottensen", "language": "de", "notice": "Alles ist **anonym**.", "openSmallGroup": True}


class workshop(cards, up_votes, sheets, votes):
    def __init__(self, api):
        self.api, self.ask = api, api.ask

    def people(self):
        """Logging in, and the accounts."""
        ask = self.ask
        ask("health", 200)
        ask("login", 401, {"name": "ada", "password": "falsch-falsch"}, "wrong_name_or_password")
        ask("login", 204, {"name": "eve", "password": PASSWORD})
        self.eve = self.api.cookie
        ask("login", 204, {"name": "ada", "password": PASSWORD})
        self.api.expect(ask("me", 200)["administrator"], "ada is no administrator")
        ask("me", 401, cookie="klartext_login=x", why="not_logged_in")
        ask("accounts", 403, cookie=self.eve, why="not_yours")
        ask("invite", 403, {"name": "carl"}, cookie=self.eve, why="not_yours")
        made = ask("invite", 201, {"name": "carl", "administrator": False})
        ask("invite", 409, {"name": "carl"}, "name_taken")
        ask("invite", 422, {"name": " "}, "name_invalid")
        link = {"link": made["link"].partition("#")[2], "password": PASSWORD}
        ask("setPassword", 422, {**link, "password": "kurz"}, "password_too_short")
        ask("setPassword", 204, link, cookie=None)
        ask("setPassword", 410, link, "link_unknown_or_expired")
        carl = {"account": made["id"]}
        ask("resetAccount", 200, **carl)
        ask("disableAccount", 204, **carl)
        ask("resetAccount", 409, why="account_disabled", **carl)
        ask("enableAccount", 204, **carl)
        for operation in ("resetAccount", "disableAccount", "enableAccount"):
            ask(operation, 403, cookie=self.eve, why="not_yours", **carl)
            ask(operation, 404, why="unknown_account", account=NOWHERE)
        all_of_them = ask("accounts", 200)["accounts"]
        ada = next(each["id"] for each in all_of_them if each["name"] == "ada")
        ask("disableAccount", 409, why="last_administrator", account=ada)
        for _ in range(5):
            ask("login", 401, {"name": "nobody", "password": "falsch-falsch"})
        ask("login", 429, {"name": "nobody", "password": "falsch-falsch"}, "too_many_tries")

    def mail(self):
        """How mail does, and a test mail; the folder takes it."""
        ask, wanted = self.ask, {"mail": "anna@example.org", "language": "de"}
        self.api.expect(ask("mail", 200) == {"way": "folder", "held": False}, "mail is not as it starts")
        ask("retryMails", 204)
        ask("retryMails", 403, cookie=self.eve, why="not_yours")
        ask("testMail", 422, {**wanted, "mail": "nirgends"}, "mail_invalid")
        self.api.expect(ask("testMail", 200, wanted) == {"way": "folder"}, "the folder does not take a test mail")
        for _ in range(4):
            ask("testMail", 200, wanted)
        ask("testMail", 429, wanted, "too_many_tries")
        ask("testMail", 200, wanted, cookie=self.eve)

    def agenda(self):
        """A draft, and its steps."""
        ask = self.ask
        plan = example("new-session.json")
        ask("createSession", 422, {**plan, "title": " "}, "text_empty")
        self.id, self.code = ask("createSession", 201, plan).values()
        self.here = {"session": self.id}
        self.api.expect(self.id in str(ask("sessions", 200)), "the new session is not listed")
        ask("session", 200, **self.here)
        ask("session", 404, why="unknown_session", session=NOWHERE)
        ask("editSession", 204, SETTINGS, **self.here)
        ask("editSession", 422, {**SETTINGS, "title": " "}, "text_empty", **self.here)
        choices = {"about": "Es ging **um alles**.", "outcome": "", "next": "", "leftOut": [], "attached": ["pdf"], "linkDays": 30}
        ask("editMinutes", 204, choices, **self.here)
        ask("editMinutes", 422, {**choices, "linkDays": 0}, "bad_link_days", **self.here)
        ask("editMinutes", 422, {**choices, "next": "x" * 4001}, "text_too_long", **self.here)
        ask("editMinutes", 404, {**choices, "leftOut": ["nirgends"]}, "unknown_activity", **self.here)
        ask("minutesChoices", 200, **self.here)
        step = {"id": ODD, "kind": "collect", "title": "Verdeckt", "prompt": "", "release": "covered"}
        ask("addActivity", 201, {"activity": step, "position": 1}, **self.here)
        ask("addActivity", 409, {"activity": step}, "duplicate_activity", **self.here)
        ask("addActivity", 422, {"activity": {**step, "id": ".."}}, "id_reserved", **self.here)
        odd = {**self.here, "activity": ODD}
        ask("editActivity", 204, {**step, "title": "Geheim"}, **odd)
        ask("editActivity", 422, {**step, "id": "x"}, "id_mismatch", **odd)
        ask("editActivity", 404, step, "unknown_activity", **self.here, activity="x")
        ask("openActivity", 409, why="session_not_running", **odd)
        ask("addActivity", 201, {"activity": {**step, "id": "weg"}}, **self.here)
        ask("removeActivity", 204, **self.here, activity="weg")
        ask("removeActivity", 404, why="unknown_activity", **self.here, activity="weg")
        order = [each["id"] for each in ask("session", 200, **self.here)["agenda"]]
        ask("orderAgenda", 422, {"order": order[::-1]}, "unknown_source", **self.here)
        ask("orderAgenda", 204, {"order": [order[-1], *order[:-1]]}, **self.here)
        ask("orderAgenda", 409, {"order": order[1:]}, "agenda_mismatch", **self.here)

    def door(self):
        """The start, and who takes part."""
        ask, door = self.ask, {"code": self.code.lower()}
        ask("lookThroughTheDoor", 200, **door)
        ask("lookThroughTheDoor", 404, why="unknown_code", code="AAAAAAAA")
        self.seats = [secret() for _ in range(6)]
        ask("join", 200, {"seat": self.seats[0]}, cookie=None, **door)
        ask("startSession", 204, **self.here)
        ask("editSession", 409, {**SETTINGS, "notice": "Doch nicht."}, "notice_frozen", **self.here)
        ask("deleteSession", 409, why="session_running", **self.here)
        ask("setDoor", 204, {"open": False}, **self.here)
        ask("join", 409, {"seat": self.seats[1]}, "door_closed", **door)
        ask("join", 404, {"seat": self.seats[1]}, "unknown_code", code="AAAAAAAA")
        ask("setDoor", 204, {"open": True}, **self.here)
        for seat in self.seats[1:]:
            ask("join", 200, {"seat": seat}, cookie=None, **door)
        hello = {"type": "hello", "session": self.id}
        watching = [
            described_feed(self.api, {**hello, "audience": "presenter", "code": self.code}, "presenter"),
            described_feed(self.api, {**hello, "audience": "desk", "ticket": ask("ticket", 200, **self.here)["ticket"]}, "desk")]
        for feed in watching:
            feed.wait_for_snapshot()
        seated = described_feed(self.api, {**hello, "audience": "participant", "seat": self.seats[0]}, "participant")
        self.feeds = [seated, *watching]
        self.told("presence", watching, connected=1)  # news to those who were there before
        stranger = described_feed(self.api, {**hello, "audience": "participant", "seat": secret()}, "stranger")
        self.api.expect(stranger.ended() == 4501, "a stranger is not turned away with 4501")
        ask("feed", 404, why="not_found")
        ask("feed", 403, why="foreign_origin", headers={
            "Origin": "https://elsewhere.example", "Connection": "Upgrade", "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="})

    def told(self, change, feeds=None, **more):
        """All of these feeds hear of it, or everybody."""
        wanted = {"change": change, **more}
        for feed in feeds or self.feeds:
            feed.wait_for(lambda said: wanted.items() <= said.items(), wanted)

    def drop(self, status, envelope, why=None):
        return self.ask("drop", status, {"session": self.id, **envelope}, why, cookie=None)

    def drop_entry(self, stamp, written, activity="ideen", status=200, why=None):
        self.drop(status, {"type": "entry", "activity": activity, "stamp": stamp, "entry": written}, why)

    def stamps(self, activity):
        return self.drawn("entries", activity, self.seats[0])["stamps"]

    def drawn(self, what, activity, seat):
        stamps = self.ask("drawStamps", 200, {**self.here, "seat": seat, "since": {activity: 0}}, cookie=None)
        return next(each for each in stamps[what] if each["activity"] == activity)

    def turn_away(self):
        """What every door says to strangers, foreign pages and nonsense."""
        parts = {**self.here, "activity": "ideen", "cluster": NOWHERE, "tag": NOWHERE, "measure": NOWHERE, "entry": NOWHERE,
                 "account": NOWHERE,
                 "code": self.code, "token": "x", "file": "minutes.html"}
        for name, (method, path, operation) in self.api.operations.items():
            given = {each: parts[each] for each in re.findall(r"{(\w+)}", path)}
            if "security" in operation and name != "logout":
                self.ask(name, 401, cookie=None, why="not_logged_in", **given)
                if "session" in given:
                    self.ask(name, 404, cookie=self.eve, why="unknown_session", **given)
            if method != "GET":
                foreign = {"Origin": "https://elsewhere.example"}
                self.ask(name, 403, why="foreign_origin", headers=foreign, **given)
            if "requestBody" in operation:
                cookie = None if name == "drop" else ...
                for kind in ("text/plain", "application/json; charset=latin1"):
                    self.ask(name, 415, b"{}", "wrong_content_type", cookie, {"Content-Type": kind}, **given)
                self.ask(name, 400, {"surprise": 1}, "malformed", cookie, **given)
            self.methods(path, self.api.path_of(name, given))
        self.ask("drop", 400, {}, "letterbox_wants_no_identity", cookie="a=b")

    def methods(self, pattern, path):
        """A path takes the methods that are described, and no others."""
        if pattern == "/api/v1/feed":
            return
        item = self.api.document["paths"][pattern]
        described = {each.upper() for each in item if each in ("get", "put", "post", "delete")}
        status, headers, _ = self.api.raw("PATCH", path)
        allowed = set(headers.get("Allow", "").split(", "))
        wanted = described | ({"HEAD"} if "GET" in described else set())
        self.api.expect((status, allowed) == (405, wanted), f"{pattern}: {status}, allows {allowed} instead of {wanted}")

    def minutes(self):
        """The close, and what is left."""
        ask = self.ask
        for file in ("minutes.html", "minutes.json"):
            ask("previewMinutes", 200, **self.here, file=file)
        for file in ("nothing.txt", "SHA256SUMS", "SHA256SUMS.sig"):
            ask("previewMinutes", 404, why="unknown_minutes", **self.here, file=file)
        for change in ("renewMinutesLink", "withdrawMinutesLink"):
            ask(change, 409, why="session_not_closed", **self.here)
        link = ask("closeSession", 200, **self.here)["minutesLink"]
        self.told("sessionChanged", phase="closed")
        token = {"token": link.rsplit("/", 1)[1]}
        self.api.expect(ask("session", 200, **self.here).get("minutesLink") == link, "the link is not shown")
        ask("minutesPage", 302, cookie=None, **token)
        page = ask("minutesFile", 200, cookie=None, **token, file="minutes.html").decode()
        for file in ("minutes.html", "minutes.pdf", "minutes-short.pdf", "minutes.odt", "minutes.xlsx", "minutes.md",
                     "minutes.json", "minutes.zip", "SHA256SUMS", "SHA256SUMS.sig"):
            ask("minutesFile", 200, cookie=None, **token, file=file)
        table = sorted(set(re.findall(r"csv/[^\"/]+\.csv", page)))
        for file in table:
            ask("minutesFile", 200, cookie=None, **token, file=file)
        ask("minutesFile", 404, why="unknown_minutes", **token, file="nothing.txt")
        ask("minutesPage", 404, why="unknown_minutes", token="x")
        key = ask("signingKey", 200, cookie=None)
        signature = ask("minutesFile", 200, cookie=None, **token, file="SHA256SUMS.sig").decode()
        self.api.expect(signature.split()[1] == key["publicKey"], f"{signature} is not by {key}")
        self.api.expect(f">{key['fingerprint']}<" in page, "the page does not print the fingerprint of the key")
        new = ask("renewMinutesLink", 200, **self.here)["minutesLink"]
        ask("minutesPage", 404, why="unknown_minutes", cookie=None, **token)
        token = {"token": new.rsplit("/", 1)[1]}
        ask("minutesPage", 302, cookie=None, **token)
        ask("withdrawMinutesLink", 204, **self.here)
        ask("minutesPage", 404, why="unknown_minutes", cookie=None, **token)
        self.api.expect("minutesLink" not in ask("session", 200, **self.here), "a link is shown that was withdrawn")
        ask("previewMinutes", 200, **self.here, file="SHA256SUMS")
        ask("join", 409, {"seat": secret()}, "session_closed", code=self.code)
        ask("drawStamps", 409, {**self.here, "seat": self.seats[0]}, "session_closed")
        ask("editSession", 409, {**SETTINGS, "title": "t"}, "session_closed", **self.here)
        ask("deleteSession", 204, **self.here)
        ask("session", 404, why="unknown_session", **self.here)
        for feed in self.feeds:
            self.api.expect(feed.ended() == 4502, f"{feed.label}: ended with {feed.close_code} when the session was deleted")
        for _ in range(60):
            self.api.raw("GET", "/api/v1/join/AAAAAAAA")
        ask("lookThroughTheDoor", 429, why="too_many_tries", code="AAAAAAAA")
        ask("join", 429, {"seat": secret()}, "too_many_tries", code="AAAAAAAA")
        self.api.cookie, cookie = None, self.api.cookie
        ask("logout", 204, cookie=cookie)

    def all_of_it(self):
        for part in (self.people, self.mail, self.agenda, self.door, self.collect, self.support, self.pass_sheets_on,
                     self.vote, self.texts, self.go_on, self.turn_away, self.minutes):
            part()
        told = {change["change"] for feed in self.feeds for change in feed.changes()}
        names = [ref["$ref"].rsplit("/", 1)[1] for ref in self.api.definitions["FeedChange"]["oneOf"]]
        changes = {self.api.definitions[name]["properties"]["change"]["const"] for name in names}
        self.api.expect(told == changes, f"never told: {sorted(changes - told)}")
        self.api.expect(not self.api.unseen(), f"never answered: {self.api.unseen()}")


def add_account(program, data, name, *more):
    subprocess.run([program, "account", "add", name, "--password-stdin", "--data", data, *more], check=True, text=True,
                   input=PASSWORD + "\n", stdout=subprocess.DEVNULL)


def authority_of(server):
    for line in server.stdout:
        if found := re.search(r"http://(127\.0\.0\.1:\d+)", line):
            return found[1]
    raise RuntimeError("the server did not start")


def main(program):
    with tempfile.TemporaryDirectory() as data:
        add_account(program, data, "ada", "--administrator")
        add_account(program, data, "eve")
        command = [program, "serve", "--data", data, "--listen", "127.0.0.1:0", "--stamp-top-up", "5"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
            api = described_api(API, authority_of(server))
            try:
                workshop(api).all_of_it()
            except Exception:  # what led to it stands among the faults
                api.expect(False, traceback.format_exc())
            finally:
                server.terminate()
    print(*api.faults, sep="\n")
    print(f"{api.checks - len(api.faults)} passed, {len(api.faults)} failed")
    return 1 if api.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
