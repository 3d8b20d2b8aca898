#!/usr/bin/env python3
"""first_mail.py: how long after the close of a session the first and the last mail with its minutes are handed over.

Thirty participants, a thousand entries, a vote on twelve items; each leaves an address, and gets the minutes as PDF. Twice on one
server: for its first session it reads fonts and hyphenation, unless it ran for more than a minute. KLARTEXT names the program."""
import base64
import hashlib
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("KLARTEXT") or str(ROOT / "build/release/server/klartext")
PASSWORD = "korrekt-pferd-batterie"
PARTICIPANTS, ENTRIES = 30, 1000
WORDS = "Bänke unter den Bäumen laden zum Verweilen ein und machen die Straße für alle Generationen schöner".split()
AGENDA = [
    {"id": "ideen", "kind": "collect", "title": "Ideen", "prompt": "Was fehlt?", "release": "waves",
     "sections": [{"id": "a", "title": "Heute"}, {"id": "b", "title": "Morgen"}]},
    {"id": "wahl", "kind": "vote", "title": "Was zuerst?", "prompt": "", "method": "single_choice",
     "items": [f"Vorschlag {number}" for number in range(12)]}]


def code(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class server:
    def __init__(self, data):
        self.data, self.cookie = data, None
        subprocess.run([PROGRAM, "account", "add", "ada", "--password-stdin", "--data", data], check=True, text=True,
                       input=PASSWORD + "\n", stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen([PROGRAM, "serve", "--data", data, "--listen", "127.0.0.1:0", "--stamp-top-up", "1"],
                                        stdout=subprocess.PIPE, text=True)
        self.host = next(found[1] for line in self.process.stdout if (found := re.search(r"http://(127\.0\.0\.1:\d+)", line)))
        self.connection = http.client.HTTPConnection(self.host, timeout=60)

    def login(self):
        self.ask("POST", "/api/v1/desk/login", {"name": "ada", "password": PASSWORD})

    def ask(self, method, path, body=None, desk=True):
        head = {"Origin": f"http://{self.host}", "Content-Type": "application/json"}
        if desk and self.cookie:
            head["Cookie"] = self.cookie
        self.connection.request(method, path, None if body is None else json.dumps(body), head)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            raise SystemExit(f"{method} {path}: {answer.status} {content[:200]}")
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return json.loads(content) if content else None

    def mails(self):
        return len(list((self.data / "mail").glob("*.eml")))


class workshop:
    def __init__(self, at):
        self.at = at
        self.id, self.code = at.ask("POST", "/api/v1/desk/sessions", {"title": "Werkstatt", "language": "de", "agenda": AGENDA}).values()
        self.desk = f"/api/v1/desk/sessions/{self.id}"
        at.ask("POST", self.desk + "/start")
        self.seats = [code(os.urandom(32)) for _ in range(PARTICIPANTS)]
        for seat in self.seats:
            at.ask("POST", f"/api/v1/join/{self.code}", {"seat": seat}, desk=False)

    def stamps(self, seat, since):
        return self.at.ask("POST", "/api/v1/stamps", {"session": self.id, "seat": seat, "since": since}, desk=False)

    def drop(self, **envelope):
        self.at.ask("POST", "/api/v1/letterbox", {"session": self.id, **envelope}, desk=False)

    def collect(self):
        self.at.ask("POST", f"{self.desk}/activities/ideen/open")
        drawn = {each: self.stamps(each, {"ideen": 0})["entries"][0]["stamps"] for each in self.seats}
        for number in range(ENTRIES):
            seat, turn = self.seats[number % PARTICIPANTS], number // PARTICIPANTS
            text = " ".join(WORDS[(number + at * 7) % len(WORDS)] for at in range(12 + number % 20))
            self.drop(type="entry", activity="ideen", stamp=drawn[seat][turn], entry={
                "id": os.urandom(16).hex(), "text": text, "section": "ab"[number % 2],
                "editHash": code(hashlib.sha256(os.urandom(32)).digest())})
        self.at.ask("POST", f"{self.desk}/activities/ideen/close")

    def vote(self):
        self.at.ask("POST", f"{self.desk}/activities/wahl/open")
        for number, seat in enumerate(self.seats):
            self.drop(type="ballot", activity="wahl", stamp=self.stamps(seat, {})["rounds"][0], counter=1,
                      ballot={"method": "single_choice", "choice": number % 12})
        self.at.ask("POST", f"{self.desk}/activities/wahl/close")

    def leave_addresses(self):
        for number, seat in enumerate(self.seats):
            self.drop(type="address", stamp=self.stamps(seat, {})["address"], mail=f"person{number}@example.org")

    def close(self):
        """Seconds from the wish to close to the first and to the last mail."""
        before, begun, first = self.at.mails(), time.monotonic(), None
        self.at.ask("POST", self.desk + "/close")
        while self.at.mails() < before + PARTICIPANTS:
            if first is None and self.at.mails() > before:
                first = time.monotonic() - begun
            if time.monotonic() - begun > 120:
                raise SystemExit("the mails did not come within two minutes")
            time.sleep(0.005)
        last = time.monotonic() - begun
        return first or last, last


def main():
    with tempfile.TemporaryDirectory() as name:
        at = server(pathlib.Path(name))
        try:
            at.login()
            print(f"{PARTICIPANTS} participants, {ENTRIES} entries; seconds from the close")
            for which in ("first session", "second session"):
                one = workshop(at)
                one.collect()
                one.vote()
                one.leave_addresses()
                first, last = one.close()
                print(f"{which:<16} first mail {first:6.2f}   last mail {last:6.2f}", flush=True)
        finally:
            at.process.terminate()
            at.process.wait()


if __name__ == "__main__":
    sys.exit(main())
