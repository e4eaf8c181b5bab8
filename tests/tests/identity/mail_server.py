"""A mail server (aiosmtpd) that keeps each letter as JSON in a folder.

What it does with a letter hangs on its recipient: `nobody@` has no mailbox here, `later@` is to try
again, `elsewhere@` is not passed on, `hang@` hears nothing more, `die@` loses the line, `lost@`
loses it once the letter is here.
"""

import argparse
import asyncio
import email
import email.policy
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

ask = argparse.ArgumentParser()
ask.add_argument("folder")
ask.add_argument("--tls", choices=["starttls", "tls", "none"], required=True)
ask.add_argument("--login")
told = ask.parse_args()


class Post:
    count = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("stranger@"):
            return "553 5.7.1 you may not send as that"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        kind = address.split("@")[0]
        if kind == "nobody":
            return f"550 5.1.1 <{address}>: no such mailbox"
        if kind == "later":
            return f"451 4.7.1 {address}: try again later"
        if kind == "elsewhere":
            return f"554 5.7.1 {address}: relay access denied"
        if kind == "hang":
            await asyncio.Event().wait()
        if kind == "die":
            server.transport.abort()
            await asyncio.Event().wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        kept = {
            "to": envelope.rcpt_tos,
            "from": str(letter["from"]),
            "header_to": str(letter["to"]),
            "subject": str(letter["subject"]),
            "date": str(letter["date"]),
            "id": str(letter["message-id"]),
            "text": letter.get_content(),
            "private": session.ssl is not None or told.tls == "tls",
            "logged_in": bool(session.authenticated),
        }
        path = os.path.join(told.folder, f"letter{Post.count}.json")
        with open(path + ".new", "w") as file:
            json.dump(kept, file)
        os.rename(path + ".new", path)
        Post.count += 1
        if envelope.rcpt_tos[0].startswith("lost@"):
            server.transport.abort()
            await asyncio.Event().wait()
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    login = f"{data.login.decode()}:{data.password.decode()}"
    return AuthResult(success=login == told.login, handled=False)


async def main():
    private = None
    if told.tls != "none":
        private = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        pem = os.path.join(told.folder, "server.pem")
        private.load_cert_chain(pem)
    starttls = private if told.tls == "starttls" else None

    def line():
        return SMTP(
            Post(),
            hostname="mail.example.org",
            enable_SMTPUTF8=True,
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=authenticate if told.login else None,
            auth_required=told.login is not None,
            auth_require_tls=starttls is not None,
        )

    implicit = private if told.tls == "tls" else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(line, "127.0.0.1", 0, ssl=implicit)
    print(server.sockets[0].getsockname()[1], flush=True)
    # It ends with the test that started it.
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
