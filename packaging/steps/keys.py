"""What signs on a machine that keeps no keys: taken from the environment, and gone when it is not needed any more.

APPLE_CERTIFICATE is a certificate with its key (.p12) in base64, APPLE_CERTIFICATE_PASSWORD its password,
APPLE_NOTARY_KEY the text of a key of App Store Connect (.p8). Where they are not set, what the machine keeps is asked.
"""

from __future__ import annotations

import base64
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from steps.what import BuildError, run

CERTIFICATE, PASSWORD, NOTARY_KEY = "APPLE_CERTIFICATE", "APPLE_CERTIFICATE_PASSWORD", "APPLE_NOTARY_KEY"


@contextmanager
def certificate_in_keychain() -> Iterator[None]:
    """Where codesign finds the certificate of the environment."""
    content = os.environ.get(CERTIFICATE, "")
    if not content:
        yield
        return
    with tempfile.TemporaryDirectory() as name:
        file, keychain = Path(name) / "certificate.p12", Path(name) / "signing.keychain-db"
        file.write_bytes(base64.b64decode(content))
        lock = secrets.token_hex(16)
        commands = (
            ("create-keychain", "-p", lock, keychain),
            ("set-keychain-settings", "-lut", "7200", keychain),
            ("unlock-keychain", "-p", lock, keychain),
            ("import", file, "-k", keychain, "-P", os.environ.get(PASSWORD, ""), "-T", "/usr/bin/codesign"),
            ("set-key-partition-list", "-S", "apple-tool:,apple:", "-s", "-k", lock, keychain),
            ("list-keychains", "-d", "user", "-s", keychain, "login.keychain-db"),
        )
        for command in commands:
            try:
                run("security", *command)
            except BuildError:  # whose words would show the password
                raise BuildError(f"{CERTIFICATE} cannot be used: `security {command[0]}` failed") from None
        try:
            yield
        finally:
            run("security", "delete-keychain", keychain)


@contextmanager
def notary_key() -> Iterator[str]:
    """The file with the key that notarises; an empty name where there is none."""
    content = os.environ.get(NOTARY_KEY, "")
    if not content:
        yield os.environ.get(f"{NOTARY_KEY}_FILE", "")
        return
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "key.p8"
        file.write_text(content, encoding="ascii")
        yield str(file)
