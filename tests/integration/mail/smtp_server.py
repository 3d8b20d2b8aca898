"""A real SMTP server on loopback for the tests.

Prints its port, then serves until its standard input ends. Each accepted mail becomes a file <n>.json in the folder
given by --mails: what the envelope said, and the message as Python's email package understands it.
"""

import argparse
import asyncio
import base64
import email
import email.policy
import email.utils
import json
import logging
import pathlib
import ssl
import sys
import time
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


def parsed(content):
    """The message as a mail program sees it."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = []
    for part in message.walk():
        if part.is_multipart():
            parts.append({"type": part.get_content_type()})
            continue
        parts.append(
            {
                "type": part.get_content_type(),
                "name": part.get_filename(),
                "disposition": part.get_content_disposition(),
                "bytes": base64.b64encode(part.get_payload(decode=True)).decode(),
                "defects": len(part.defects),
            }
        )
    return {
        "headers": {name: str(value) for name, value in message.items()},
        "header_names": list(message.keys()),
        "parts": parts,
        "defects": len(message.defects),
        "seconds_ago": time.time() - email.utils.parsedate_to_datetime(message["Date"]).timestamp(),
    }


class Handler:
    def __init__(self, options):
        self.options = options
        self.deferrals = options.defer
        self.mails = 0
        self.connections = set()

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if self.options.refuse_sender:
            return "550 5.7.1 sender refused"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address == self.options.refuse:
            return "550 5.1.1 no such user"
        if self.deferrals > 0:
            self.deferrals -= 1
            return "451 4.7.1 greylisted, try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.connections.add(session.peer)
        record = parsed(envelope.original_content)
        record["from"] = envelope.mail_from
        record["to"] = envelope.rcpt_tos
        record["tls"] = server.transport.get_extra_info("sslcontext") is not None
        record["user"] = (session.auth_data or {}).get("user")
        record["connections"] = len(self.connections)
        folder = pathlib.Path(self.options.mails)
        unfinished = folder / "unfinished"
        unfinished.write_text(json.dumps(record))
        unfinished.rename(folder / f"{self.mails}.json")
        self.mails += 1
        if self.options.stall:
            await asyncio.sleep(3600)
        return "250 OK"


def authenticator(options):
    def check(server, session, envelope, mechanism, login):
        user, password = login.login.decode(), login.password.decode()
        if (user, password) != (options.user, options.password):
            return AuthResult(success=False, handled=False)
        return AuthResult(success=True, auth_data={"user": f"{user} by {mechanism}"})

    return check


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mails", required=True)
    parser.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--without", help="a login mechanism that is not offered")
    parser.add_argument("--defer", type=int, default=0, help="answer 451 to so many recipients first")
    parser.add_argument("--refuse", help="a recipient that does not exist")
    parser.add_argument("--refuse-sender", action="store_true")
    parser.add_argument("--stall", action="store_true", help="take the message and never answer")
    return parser.parse_args()


async def serve(options):
    context = None
    if options.tls != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)
    handler = Handler(options)
    starttls = options.tls == "starttls"

    def connection():
        return SMTP(
            handler,
            tls_context=context if starttls else None,
            require_starttls=starttls,
            authenticator=authenticator(options) if options.user else None,
            auth_required=bool(options.user),
            auth_require_tls=starttls,
            auth_exclude_mechanism=[options.without] if options.without else None,
            loop=asyncio.get_running_loop(),
        )

    implicit = context if options.tls == "implicit" else None
    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0, ssl=implicit)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


# What the clients do wrong on purpose is no news.
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
asyncio.run(serve(read_options()))
