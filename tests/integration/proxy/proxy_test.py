#!/usr/bin/env python3
"""proxy_test.py PROGRAM: what docs/guides/operator.md says of docs/guides/nginx.conf, seen through a real nginx.
Skipped where nginx is not installed."""
import http.client
import json
import pathlib
import re
import socket
import sys
import tempfile
import time
import traceback

from proxied_server import NGINX, PASSWORD, proxied_server
from secure_feed import secure_feed

HERE = "127.0.0.1"
ALICE, BOB = "127.0.0.21", "127.0.0.22"  # where people come from; nothing else here has these addresses
MOST = 4 * 1024 * 1024
EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "wire-examples/new-session.json"
FEEDS = 20  # as many as there are moments at which feeds are pinged: one of them falls into the next second


class secure_connection(http.client.HTTPSConnection):
    """To a server on this machine, by a name that not every machine can look up."""

    def connect(self):
        plain = socket.create_connection((HERE, self.port), self.timeout, self.source_address)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)


class visitor:
    """A person at an address, with a browser that keeps its connection."""

    def __init__(self, server, address):
        self.origin = f"https://localhost:{server.https}"
        self.connection = secure_connection("localhost", server.https, timeout=30, context=server.tls(),
                                            source_address=(address, 0))
        self.cookie = None

    def ask(self, method, path, body=None, **headers):
        """(status, headers, content) of the answer; JSON is read."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if method != "GET":
            given.setdefault("Origin", self.origin)
        if body is not None:
            given["Content-Type"] = "application/json"
        if self.cookie and "/desk/" in path:
            given["Cookie"] = self.cookie
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        for patience in (True, False):
            try:
                self.connection.request(method, path, body, given)
                answer = self.connection.getresponse()
                break
            except (http.client.HTTPException, ConnectionError):  # nginx ends connections after some refusals
                self.connection.close()
                if not patience:
                    raise
        content = answer.read()
        if answer.headers.get("Content-Type") == "application/json":
            content = json.loads(content)
        return answer.status, answer.headers, content

    def log_in(self):
        status, headers, _ = self.ask("POST", "/api/v1/desk/login", {"name": "ada", "password": PASSWORD})
        cookie = headers.get("Set-Cookie", "")
        self.cookie = cookie.split(";")[0]
        return status, cookie


def code_of(content):
    return content.get("code") if isinstance(content, dict) else None


class checks:
    def __init__(self, server):
        self.server, self.faults, self.count = server, [], 0
        self.alice, self.bob = visitor(server, ALICE), visitor(server, BOB)

    def expect(self, good, fault):
        self.count += 1
        if not good:
            self.faults.append(fault)

    def direct(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.inner, timeout=30)
        connection.request("GET", path)
        return connection.getresponse()

    def pages(self):
        """Pages come as the program sends them, and by HTTPS only."""
        for path in ("/", "/ABCD-EFGH", "/assets/small.js"):
            mine, (status, headers, content) = self.direct(path), self.alice.ask("GET", path)
            self.expect((status, content) == (200, mine.read()), f"{path}: answered {status} {content[:80]}")
            for name in set(mine.headers) - {"Date", "Connection"}:
                self.expect(headers.get_all(name) == mine.headers.get_all(name), f"{path}: {name} is {headers.get_all(name)}")
            self.expect("default-src 'none'" in headers.get("Content-Security-Policy", ""), f"{path}: no policy")
            self.expect("max-age=" in headers.get("Strict-Transport-Security", ""), f"{path}: HTTPS is not made to stay")
            self.expect(headers.get("Server") == "nginx", f"{path}: the server is called {headers.get('Server')}")
        _, headers, content = self.alice.ask("GET", "/assets/small.js", Accept_Encoding="br")
        self.expect((headers.get("Content-Encoding"), content) == ("br", b"brotli"), "the compressed page does not come")
        status, _, _ = self.alice.ask("GET", "/assets/small.js", If_None_Match=headers.get("ETag"))
        self.expect(status == 304, f"a page that is known comes again: {status}")
        _, headers, _ = self.alice.ask("GET", "/", Accept_Encoding="gzip")
        self.expect("Content-Encoding" not in headers, "nginx packs what the program sent as it is")

    def protocol(self):
        """One request at a time on a connection, though browsers would like more."""
        context = self.server.tls()
        context.set_alpn_protocols(["h2", "http/1.1"])
        with context.wrap_socket(socket.create_connection((HERE, self.server.https)), server_hostname="localhost") as known:
            spoken = known.selected_alpn_protocol()
        self.expect(spoken == "http/1.1", f"the protocol is {spoken}")

    def redirect(self):
        """Who comes by HTTP is sent to HTTPS."""
        connection = http.client.HTTPConnection(HERE, self.server.http, timeout=30, source_address=(ALICE, 0))
        connection.request("GET", "/ABCD-EFGH?a=%2F")
        answer = connection.getresponse()
        there = answer.headers.get("Location")
        self.expect((answer.status, there) == (301, f"{self.alice.origin}/ABCD-EFGH?a=%2F"), f"HTTP: {answer.status} to {there}")

    def login(self):
        """Cookies go over HTTPS only; other sites cannot ask for anything."""
        name = {"name": "ada", "password": PASSWORD}
        for origin in ("https://elsewhere.example", "https://localhost", "null"):
            status, _, content = self.alice.ask("POST", "/api/v1/desk/login", name, Origin=origin)
            self.expect((status, code_of(content)) == (403, "foreign_origin"), f"the origin {origin}: {status}")
        status, cookie = self.alice.log_in()
        self.expect(status == 204, f"login from the own origin: {status}")
        for attribute in ("Secure", "HttpOnly", "SameSite=Strict"):
            self.expect(attribute in cookie.split("; "), f"the login is not {attribute}: {cookie}")

    def paths(self):
        """An encoded slash stays one."""
        _, _, made = self.alice.ask("POST", "/api/v1/desk/sessions", json.loads(EXAMPLE.read_text("utf-8")))
        self.session, self.code = made["id"], made["code"]
        self.desk = f"/api/v1/desk/sessions/{self.session}"
        step = {"id": "a/b//c", "kind": "collect", "title": "Ideen", "prompt": "", "release": "live"}
        self.alice.ask("POST", self.desk + "/activities", {"activity": step})
        status, _, content = self.alice.ask("PUT", self.desk + "/activities/a%2Fb%2F%2Fc", step)
        self.expect(status == 204, f"a path with %2F: {status} {content}")

    def bodies(self):
        """As much as the program takes, and no more; what people send and get stays in memory."""
        path = "/api/v1/desk/sessions"
        status, headers, _ = self.alice.ask("POST", path, bytes(MOST + 1))
        self.expect((status, headers.get("Content-Type")) == (413, "text/html"), f"a body over 4 MiB: {status}, not by nginx")
        status, _, content = self.alice.ask("POST", path, bytes(MOST))
        self.expect((status, code_of(content)) == (400, "malformed"), f"a body of 4 MiB: {status} {content}")
        status, _, content = self.bob.ask("POST", "/api/v1/letterbox", bytes(100_000))
        self.expect((status, code_of(content)) == (413, "too_large"), f"an envelope of 100 kB: {status} {content}")

        slow = socket.socket()
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.connect(("127.0.0.1", self.server.https))
        slow = self.server.tls().wrap_socket(slow, server_hostname="localhost")
        slow.sendall(b"GET /assets/large.js HTTP/1.0\r\nHost: localhost\r\n\r\n")
        time.sleep(0.5)
        slow.close()
        written = [str(each) for each in (self.server.folder / "written").glob("*/*")]
        self.expect(not written, f"nginx has written what people sent or got: {written}")

    def feeds(self):
        """Feeds open from the own origin alone, and are pinged."""
        self.alice.ask("POST", self.desk + "/start", {})
        hello = {"type": "hello", "session": self.session, "audience": "presenter", "code": self.code}
        feed = lambda origin: secure_feed(self.server.tls(), self.server.https, origin, hello)
        self.expect(feed("https://elsewhere.example").status == 403, "a feed opens for a foreign page")
        self.open_feeds = [feed(self.alice.origin) for _ in range(FEEDS)]
        statuses = {each.status for each in self.open_feeds}
        self.expect(statuses == {101}, f"feeds: {statuses}")
        self.told(lambda each: each.snapshots, "its snapshot")

    def told(self, came, what):
        """All feeds, which are still open then."""
        deadline = time.monotonic() + 20
        missing = [each.ended for each in self.open_feeds if not each.wait(lambda: came(each), deadline - time.monotonic())]
        self.expect(not missing, f"{len(missing)} feeds miss {what}; they ended with {missing}")

    def feeds_later(self):
        """After a ping and its answer a feed goes on; it may be quiet for longer than the time between two pings."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and sum(each.pings for each in self.open_feeds) < 2:
            time.sleep(0.1)
        pings = sum(each.pings for each in self.open_feeds)
        self.expect(pings >= 2, f"{FEEDS} feeds had {pings} pings")
        self.alice.ask("POST", self.desk + "/activities/ideen/open", {})
        self.told(lambda each: "activityOpened" in each.changes, "a change")
        patience = re.findall(r"^\s*proxy_read_timeout (\d+)s;", self.server.site(), re.M)
        self.expect(patience and min(map(int, patience)) > 80, f"quiet feeds end after {patience} seconds")

    def wrong_codes(self):
        """They count by the address of the person, who cannot claim another."""
        for number in range(60):
            claimed = f"10.0.0.{number}"
            status, _, _ = self.alice.ask("GET", "/api/v1/join/AAAAAAAA", X_Forwarded_For=claimed, X_Real_IP=claimed)
            if status != 404:
                break
        self.expect(status == 404, f"wrong code number {number + 1}: {status}")
        status, _, content = self.alice.ask("GET", "/api/v1/join/AAAAAAAA", X_Forwarded_For="10.0.1.1")
        self.expect((status, code_of(content)) == (429, "too_many_tries"), f"wrong code number 61, from a claimed address: {status}")
        status, _, _ = self.bob.ask("GET", f"/api/v1/join/{self.code}")
        self.expect(status == 200, f"somebody else, with the right code: {status}")

    def nonsense(self):
        """What nginx would complain about."""
        for port, said in ((self.server.https, b"GET / HTTP/1.1\r\n\r\n"), (self.server.https, b"\x16\x03\x01nonsense" * 9),
                           (self.server.http, b"nonsense\r\n\r\n"), (self.server.http, b"GET /../.. HTTP/1.0\r\n\r\n")):
            with socket.create_connection((HERE, port), timeout=30, source_address=(ALICE, 0)) as stranger:
                stranger.sendall(said)
                stranger.recv(1000)

    def outage(self):
        """Without the program there is an answer, and feeds hear of the end in its own words."""
        self.server.stop_program()
        ends = {each.how_it_ends(20) for each in self.open_feeds}
        self.expect(ends == {4000}, f"feeds ended with {ends} when the program stopped")
        status, _, _ = self.alice.ask("GET", "/")
        self.expect(status == 502, f"without the program: {status}")

    def traces(self):
        """Nobody's address is in any file."""
        self.server.stop_nginx()
        files = [each for each in self.server.folder.parent.rglob("*") if each.is_file()]
        self.expect((self.server.folder / "error.log") in files, "nginx has no log at all")
        for each in files:
            content = each.read_bytes()
            for address in (ALICE, BOB):
                self.expect(address.encode() not in content, f"{each.name} names {address}")

    def all_of_them(self):
        for each in (self.pages, self.protocol, self.redirect, self.login, self.paths, self.bodies, self.feeds, self.wrong_codes,
                     self.nonsense, self.feeds_later, self.outage, self.traces):
            each()


def main(program):
    if not NGINX:
        print("nginx is not installed: nothing looked at")
        return 77
    with tempfile.TemporaryDirectory() as folder, proxied_server(program, pathlib.Path(folder)) as server:
        seen = checks(server)
        try:
            seen.all_of_them()
        except Exception:  # what led to it stands among the faults
            seen.expect(False, traceback.format_exc())
    print(*seen.faults, sep="\n")
    print(f"{seen.count - len(seen.faults)} passed, {len(seen.faults)} failed")
    return 1 if seen.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
