"""A feed as asyncapi.yaml describes it: says hello, and holds every message against the schemas."""
import base64
import json
import os
import socket
import threading


class described_feed:
    """Reads on a thread of its own until the server ends the feed; `close_code` then says how."""

    def __init__(self, api, hello, label):
        self.api, self.label = api, label
        self.messages, self.close_code, self.news = [], None, threading.Condition()
        host, _, port = api.host.partition(":")
        self.socket = socket.create_connection((host, int(port)), timeout=60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(f"GET /api/v1/feed HTTP/1.1\r\nHost: {api.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode())
        self.stream = self.socket.makefile("rb")
        self.status = int(self.stream.readline().split()[1])
        while self.stream.readline().strip():
            pass
        api.seen.add(("feed", self.status))
        api.fits(hello, {"$ref": "#/$defs/Hello"}, f"hello of {label}")
        self.send(1, json.dumps(hello).encode())
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def send(self, kind, payload):
        length = bytes([0x80 | len(payload)]) if len(payload) < 126 else bytes([0xFE]) + len(payload).to_bytes(2, "big")
        self.socket.sendall(bytes([0x80 | kind]) + length + bytes(4) + payload)  # masked with zeros

    def read(self):
        try:
            while self.close_code is None:
                kind = self.stream.read(1)[0] & 0x0F
                length = self.stream.read(1)[0]
                if length >= 126:
                    length = int.from_bytes(self.stream.read(2 if length == 126 else 8), "big")
                payload = self.stream.read(length)
                if kind == 9:
                    self.send(10, payload)
                if kind == 1:
                    self.take(json.loads(payload))
                if kind == 8:
                    self.close_code = int.from_bytes(payload[:2], "big")
        except (OSError, IndexError):
            pass
        with self.news:
            self.close_code = self.close_code or 1006
            self.news.notify_all()

    def take(self, message):
        kind = "Snapshot" if message.get("type") == "snapshot" else "Update"
        with self.news:
            self.api.fits(message, {"$ref": f"#/$defs/{kind}"}, f"{kind} for {self.label}")
            last = self.messages[-1] if self.messages else None
            follows = kind == "Snapshot" if last is None else (
                message["epoch"] == last["epoch"] and message["revision"] == last["revision"] + 1)
            self.api.expect(follows, f"{self.label}: {kind} {message['revision']} does not follow")
            self.messages.append(message)
            self.news.notify_all()

    def changes(self):
        return [change for message in self.messages for change in message.get("changes", [])]

    def wait_for_snapshot(self):
        with self.news:
            came = self.news.wait_for(lambda: self.close_code or self.messages, 30)
        self.api.expect(came and not self.close_code, f"{self.label} was never shown anything")

    def wait_for(self, wanted, what):
        """Until a change has come for which wanted(change) is true."""
        with self.news:
            came = self.news.wait_for(lambda: self.close_code or any(wanted(each) for each in self.changes()), 30)
        self.api.expect(came and not self.close_code, f"{self.label} was never told of {what}")

    def ended(self):
        self.reader.join(30)
        return self.close_code
