"""A mail server on loopback that does what its script says, for the tests.

--script is a JSON list with one object per connection; the last one serves all that follow. Its names are the moments
of a conversation: greeting, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, end (of the message), QUIT. Each is answered with
"yes" unless the object says otherwise: a text is sent as it is (CR LF is added where it lacks), and an object may have

  say     the answer; without it the usual one
  raw     true: no CR LF is added to it
  pause   seconds before it
  drip    seconds between two bytes
  silent  true: no answer, ever
  drop    true: the connection is closed after the answer, or instead of it where there is no "say"
  offers  (EHLO) the lines after the first; without them STARTTLS where there is a certificate

Prints its port, then serves until its standard input ends. What clients said stands in <n>.heard, messages whose end
was seen in <n>.message.
"""

import argparse
import itertools
import json
import pathlib
import socket
import ssl
import sys
import threading
import time

USUAL = {
    "greeting": "220 test ready",
    "STARTTLS": "220 go ahead",
    "AUTH": "235 welcome",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    "end": "250 taken",
    "QUIT": "221 bye",
}


class Gone(Exception):
    """The connection is over."""


class Conversation:
    def __init__(self, server, client, number, script):
        self.server, self.client, self.script = server, client, script
        self.heard = open(server.folder / f"{number}.heard", "w", buffering=1)
        self.unread = b""
        self.secret = False

    def line(self):
        while b"\r\n" not in self.unread:
            more = self.client.recv(65536)
            if not more:
                raise Gone
            self.unread += more
        line, _, self.unread = self.unread.partition(b"\r\n")
        return line

    def usual(self, moment):
        if moment != "EHLO":
            return USUAL.get(moment, "502 unknown")
        offers = self.script.get("EHLO", {})
        offers = offers.get("offers") if isinstance(offers, dict) else None
        if offers is None:
            offers = ["STARTTLS"] if self.server.context and not self.secret else ["AUTH PLAIN LOGIN"]
        lines = ["test", *offers]
        return "\r\n".join(f"250{'-' if i + 1 < len(lines) else ' '}{line}" for i, line in enumerate(lines))

    def answer(self, moment):
        told = self.script.get(moment, {})
        told = {"say": told} if isinstance(told, str) else told
        time.sleep(told.get("pause", 0))
        if told.get("silent"):
            time.sleep(3600)
        say = told.get("say", "" if told.get("drop") else self.usual(moment))
        ended = told.get("raw") or not say or say.endswith("\r\n")
        self.send(say if ended else say + "\r\n", told.get("drip", 0))
        if told.get("drop"):
            raise Gone
        return say

    def send(self, text, drip):
        raw = text.encode("latin-1")
        if not drip:
            return self.client.sendall(raw)
        for byte in raw:
            self.client.sendall(bytes([byte]))
            time.sleep(drip)

    def message(self):
        raw = b""
        while not (raw.endswith(b"\r\n.\r\n") or raw == b".\r\n"):
            raw += self.line() + b"\r\n"
            if self.script.get("breaks_off_after", 1 << 60) < len(raw):
                raise Gone
        number = next(self.server.messages)
        unfinished = self.server.folder / f"unfinished-{number}"
        unfinished.write_bytes(raw)
        unfinished.rename(self.server.folder / f"{number}.message")
        self.answer("end")

    def talk(self):
        self.answer("greeting")
        while True:
            line = self.line().decode("latin-1")
            print(line, file=self.heard)
            moment = line.split(" ")[0].upper()
            if moment == "AUTH" and len(line.split(" ")) == 2:
                self.send("334 \r\n", 0)
                self.line()
            said = self.answer("EHLO" if moment == "HELO" else moment)
            if moment == "DATA" and said.startswith("354"):
                self.message()
            if moment == "STARTTLS" and said.startswith("220"):
                self.client = self.server.context.wrap_socket(self.client, server_side=True)
                self.secret = True
            if moment == "QUIT":
                raise Gone

    def serve(self):
        try:
            self.talk()
        except (Gone, OSError):
            pass
        finally:
            self.client.close()


class Server:
    def __init__(self, options):
        self.folder = pathlib.Path(options.mails)
        self.script = json.loads(options.script)
        self.messages = itertools.count()
        self.context = None
        if options.certificate:
            self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            self.context.load_cert_chain(options.certificate, options.key)

    def serve(self, listener):
        for number in itertools.count():
            client, _ = listener.accept()
            script = self.script[min(number, len(self.script) - 1)]
            conversation = Conversation(self, client, number, script)
            threading.Thread(target=conversation.serve, daemon=True).start()


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mails", required=True)
    parser.add_argument("--script", required=True)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    return parser.parse_args()


server = Server(read_options())
with socket.create_server(("127.0.0.1", 0)) as listener:
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=server.serve, args=(listener,), daemon=True).start()
    sys.stdin.read()
