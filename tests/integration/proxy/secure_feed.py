"""A feed over TLS that counts pings, answers them, and keeps what it is told."""
import base64
import json
import os
import socket
import threading


class secure_feed:
    """Reads on a thread of its own. `ended` is the close code, 1006 without one, and None as long as the feed is open; where
    it never opened, `status` is not 101."""

    def __init__(self, context, port, origin, hello):
        self.changes, self.pings, self.ended, self.news = [], 0, None, threading.Condition()
        self.snapshots = 0
        plain = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket = context.wrap_socket(plain, server_hostname="localhost")
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(f"GET /api/v1/feed HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: {origin}\r\nConnection: Upgrade\r\n"
                            f"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode())
        self.stream = self.socket.makefile("rb")
        self.status = int(self.stream.readline().split()[1])
        while self.stream.readline().strip():
            pass
        if self.status != 101:
            self.ended = 1006
            return
        self.send(1, json.dumps(hello).encode())
        threading.Thread(target=self.read, daemon=True).start()

    def send(self, kind, payload):
        length = bytes([0x80 | len(payload)]) if len(payload) < 126 else bytes([0xFE]) + len(payload).to_bytes(2, "big")
        self.socket.sendall(bytes([0x80 | kind]) + length + bytes(4) + payload)  # masked with zeros

    def read(self):
        code = 1006
        try:
            while True:
                kind = self.stream.read(1)[0] & 0x0F
                length = self.stream.read(1)[0]
                if length >= 126:
                    length = int.from_bytes(self.stream.read(2 if length == 126 else 8), "big")
                payload = self.stream.read(length)
                if kind == 9:
                    self.send(10, payload)
                if kind == 8:
                    code = int.from_bytes(payload[:2], "big")
                    break
                self.take(kind, payload)
        except (OSError, IndexError):
            pass
        with self.news:
            self.ended = code
            self.news.notify_all()

    def take(self, kind, payload):
        with self.news:
            self.pings += kind == 9
            if kind == 1:
                message = json.loads(payload)
                self.snapshots += message["type"] == "snapshot"
                self.changes += [each["change"] for each in message.get("changes", [])]
            self.news.notify_all()

    def wait(self, what, seconds):
        """Whether what() became true, while the feed was open."""
        with self.news:
            self.news.wait_for(lambda: what() or self.ended, max(seconds, 0))
            return bool(what()) and not self.ended

    def how_it_ends(self, seconds):
        with self.news:
            self.news.wait_for(lambda: self.ended, seconds)
            return self.ended
