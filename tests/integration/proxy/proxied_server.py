"""The program behind nginx with docs/guides/nginx.conf, in one temporary folder and on free ports."""
import contextlib
import os
import pathlib
import random
import re
import shutil
import socket
import ssl
import subprocess
import time

SITE = pathlib.Path(__file__).resolve().parents[3] / "docs/guides/nginx.conf"
PASSWORD = "korrekt-pferd-batterie"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")

# As Debian's own file, and more talkative: what a site does not switch off is seen. Temporary files leave folders behind.
MAIN = """{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 768; }}
http {{
    access_log {folder}/access.log;
    gzip on;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
    client_body_temp_path {folder}/written/requests 1;
    proxy_temp_path {folder}/written/answers 1;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    include {folder}/site.conf;
}}
"""


def free_ports(count):
    """Below those that the system gives away by itself, so that nobody takes one before nginx does."""
    ports = []
    while len(ports) < count:
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", random.randrange(20_000, 32_000))) as free:
            ports.append(free.getsockname()[1])
    return ports


class proxied_server:
    """`https` and `http` are nginx's ports, `inner` is the program's."""

    def __init__(self, program, folder):
        self.program, self.data = program, folder / "data"
        self.folder, self.pages = folder / "nginx", folder / "pages"
        self.https, self.http = free_ports(2)
        for each in (self.folder / "written", self.pages / "assets"):
            each.mkdir(parents=True)
        self.running = []

    def __enter__(self):
        try:
            self.start_program()
            self.start_nginx()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for each in reversed(self.running):
            self.stop(each)

    def start(self, command, **more):
        self.running.append(subprocess.Popen(command, **more))
        return self.running[-1]

    def stop(self, process):
        if process.poll() is None:
            process.terminate()
        process.wait(30)

    def start_program(self):
        (self.pages / "index.html").write_text("<!doctype html><title>Klartext</title>")
        (self.pages / "assets/small.js").write_text("1;\n")
        (self.pages / "assets/small.js.br").write_bytes(b"brotli")
        (self.pages / "assets/large.js").write_bytes(os.urandom(6_000_000))
        subprocess.run([self.program, "account", "add", "ada", "--password-stdin", "--data", self.data], check=True, text=True,
                       input=PASSWORD + "\n", stdout=subprocess.DEVNULL)
        self.server = self.start(
            [self.program, "serve", "--data", self.data, "--pages", self.pages, "--listen", "127.0.0.1:0",
             "--proxy", "127.0.0.1", "--public-url", f"https://localhost:{self.https}"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.inner = next(int(found[1]) for line in self.server.stdout
                          if (found := re.search(r"http://127\.0\.0\.1:(\d+)", line)))

    def site(self):
        """The file for administrators; what they replace, and where it listens, are the test's own."""
        own = {"klartext.example.org$request_uri": f"localhost:{self.https}$request_uri",
               "server_name klartext.example.org": "server_name localhost",
               "/etc/ssl/certs/klartext.example.org.pem": f"{self.folder}/certificate.pem",
               "/etc/ssl/private/klartext.example.org.key": f"{self.folder}/key.pem",
               "server 127.0.0.1:8080": f"server 127.0.0.1:{self.inner}",
               "listen 80": f"listen 127.0.0.1:{self.http}", "listen 443": f"listen 127.0.0.1:{self.https}",
               "    listen [::]:80;\n": "", "    listen [::]:443 ssl;\n": ""}
        text = SITE.read_text("utf-8")
        for theirs, ours in own.items():
            if theirs not in text:
                raise RuntimeError(f"docs/guides/nginx.conf has no {theirs!r}")
            text = text.replace(theirs, ours)
        return text

    def start_nginx(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-keyout", self.folder / "key.pem", "-out", self.folder / "certificate.pem", "-days", "2",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                       check=True, stderr=subprocess.DEVNULL)
        user = "user root root;" if os.geteuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=self.folder, user=user))
        (self.folder / "site.conf").write_text(self.site(), "utf-8")
        nginx = self.start([NGINX, "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", self.folder / "error.log"])
        deadline = time.monotonic() + 10
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self.https)).close()
            except OSError:
                if nginx.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("nginx did not start") from None
                time.sleep(0.05)

    def stop_nginx(self):
        self.stop(self.running[-1])

    def stop_program(self):
        self.stop(self.server)

    def tls(self):
        return ssl.create_default_context(cafile=self.folder / "certificate.pem")
