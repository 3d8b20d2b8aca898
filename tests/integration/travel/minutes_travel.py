#!/usr/bin/env python3
"""minutes_travel.py PROGRAM RECORDING: the minutes of a stored session, fetched from the running program as people do.

Two processes in different surroundings (time zone, language, home) give the same bytes in every format; all of them are on the signed
list, and `klartext verify` says so of the files as they are saved, under other names and in the archive; the key is the same
wherever it can be had; and a link that is taken back stays so over a restart."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

PASSWORD = "korrekt-pferd-batterie"
HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "LC_ALL": "C", "LANGUAGE": "de", "XDG_CONFIG_HOME": "/nonexistent"}
faults = []


def expect(good, fault):
    if not good:
        faults.append(fault)


class running_server:
    def __init__(self, program, folder, surroundings):
        home = folder / f"home-{surroundings['TZ'].replace('/', '-')}"
        home.mkdir(exist_ok=True)
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), **surroundings}
        self.process = subprocess.Popen([program, "serve", "--data", folder / "data", "--listen", "127.0.0.1:0"], text=True, cwd=home,
                                        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.log, self.cookie = "", None
        for line in self.process.stdout:
            self.log += line
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.url = found[0]
                return
        raise RuntimeError("the server did not start: " + self.log)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.log += self.process.communicate()[0]
        expect(self.process.returncode == 0, f"the server ended with {self.process.returncode}: {self.log}")

    def ask(self, method, path, body=None):
        """(status, bytes)"""
        headers = {"Origin": self.url} if method != "GET" else {}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if self.cookie:
            headers["Cookie"] = self.cookie
        request = urllib.request.Request(self.url + path, json.dumps(body).encode() if body else None, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                self.cookie = (answer.headers.get("Set-Cookie") or self.cookie or "").split(";")[0]
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()

    def login(self):
        status, _ = self.ask("POST", "/api/v1/desk/login", {"name": "anna", "password": PASSWORD})
        expect(status == 204, f"the login was answered with {status}")

    def folder_of(self, link):
        """All files behind the link, by the names of the list."""
        names = ["SHA256SUMS", "SHA256SUMS.sig"]
        _, listed = self.ask("GET", f"{link}/SHA256SUMS")
        names += [line[66:] for line in listed.decode().splitlines()]
        answers = {name: self.ask("GET", f"{link}/{name}") for name in names}
        for name, (status, _) in answers.items():
            expect(status == 200, f"{name}: {status}")
        return {name: content for name, (_, content) in answers.items()}


def klartext(program, *arguments, **more):
    return subprocess.run([program, *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **more)


def hold(program, folder, recording, server):
    """Plays a workshop; the link to its minutes."""
    login = folder / "login.json"
    login.write_text(json.dumps({"name": "anna", "password": PASSWORD}), "utf-8")
    played = klartext(program, "replay", recording, "--server", server.url, "--login", login)
    expect(played.returncode == 0, played.stdout)
    return re.search(r"/minutes/[\w-]+", played.stdout)[0]


def save(files, folder):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return [str(folder / name) for name in files]


def compare(once, again):
    expect(len(once) > 10, f"only {sorted(once)}")
    expect(once.keys() == again.keys(), f"{sorted(once)} and {sorted(again)}")
    for name in once.keys() & again.keys():
        expect(once[name] == again[name], f"{name} has other bytes in another process")


def verify(program, files, folder, key):
    def says(expected, code, *arguments):
        told = klartext(program, "verify", "--key", key, *arguments)
        expect(told.returncode == code and expected in told.stdout, f"verify {arguments}: {told.returncode} {told.stdout}")

    saved = save(files, folder)
    says("ok   minutes.pdf\n", 0, *saved)
    says("ok   csv/", 0, *[name for name in saved if name.endswith(".csv")])
    renamed = folder / "Zukunft (2).odt"
    renamed.write_bytes(files["minutes.odt"])
    says("ok   Zukunft (2).odt, listed as minutes.odt\n", 0, str(renamed))
    alone = save({"zukunft.zip": files["minutes.zip"]}, folder / "alone")
    says("ok   minutes.odt\n", 0, *alone)
    changed = save({"minutes.pdf": files["minutes.pdf"] + b"\n", "SHA256SUMS": files["SHA256SUMS"],
                    "SHA256SUMS.sig": files["SHA256SUMS.sig"]}, folder / "changed")
    says("changed minutes.pdf\n", 1, changed[0])
    printed = re.findall(rb">([0-9a-f]{4}(?: [0-9a-f]{4}){3})<", files["minutes.html"])
    told = klartext(program, "verify", saved[2]).stdout
    for each in printed:
        expect(each.decode() in told, f"verify does not name the fingerprint {each} that is printed")
    expect(len(printed) == 2, f"printed are {printed}")


def key_everywhere(program, folder, server):
    key = json.loads(server.ask("GET", "/api/v1/signing-key")[1])
    told = klartext(program, "key", "--data", folder / "data")
    expect(told.returncode == 0, told.stdout)
    for where, text in (("klartext key", told.stdout), ("the log", server.log)):
        for part in ("publicKey", "fingerprint"):
            expect(key[part] in text, f"{where} does not name the {part}: {text}")
    return key["publicKey"]


def renew(server, link):
    session = link.removeprefix("/minutes/")[:32]
    server.login()
    status, answer = server.ask("PUT", f"/api/v1/desk/sessions/{session}/minutes-link")
    expect(status == 200, f"a new link: {status}")
    return session, json.loads(answer)["minutesLink"]


def travel(program, recording, folder):
    added = klartext(program, "account", "add", "anna", "--password-stdin", "--data", folder / "data", input=PASSWORD + "\n")
    expect(added.returncode == 0, added.stdout)
    with running_server(program, folder, HERE) as server:
        link = hold(program, folder, recording, server)
        once = server.folder_of(link)
        key = key_everywhere(program, folder, server)
    with running_server(program, folder, ELSEWHERE) as server:
        compare(once, server.folder_of(link))
        verify(program, once, folder / "saved", key)
        session, new = renew(server, link)
    with running_server(program, folder, HERE) as server:
        expect(server.ask("GET", f"{link}/minutes.json")[0] == 404, "the old link leads somewhere after a restart")
        expect(server.ask("GET", f"{new}/minutes.json") == (200, once["minutes.json"]), "the new link leads elsewhere after a restart")
        server.login()
        expect(server.ask("DELETE", f"/api/v1/desk/sessions/{session}/minutes-link")[0] == 204, "the link is not taken back")
    with running_server(program, folder, HERE) as server:
        expect(server.ask("GET", f"{new}/minutes.json")[0] == 404, "a link that was taken back leads somewhere after a restart")


def main(program, recording):
    with tempfile.TemporaryDirectory() as folder:
        travel(os.path.abspath(program), recording, pathlib.Path(folder))
    print(*faults, sep="\n")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
