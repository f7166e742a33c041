"""Keys of endpoints: in the system's keyring, never in a file of ours."""

from __future__ import annotations

import os

from pydantic import SecretStr

_SERVICE = "Shortlist"


def read_key(name: str) -> SecretStr:
    """Return an endpoint's key: from `SHORTLIST_<NAME>_KEY` if set, else from the keyring, else empty."""
    given = os.environ.get(f"SHORTLIST_{name.upper()}_KEY")
    if given:
        return SecretStr(given)
    import keyring
    from keyring.errors import KeyringError

    try:
        return SecretStr(keyring.get_password(_SERVICE, name) or "")
    except KeyringError:
        # A machine without a keyring (a server) has no keys in it.
        return SecretStr("")


def write_key(name: str, key: str) -> None:
    """Keep an endpoint's key in the keyring.

    Raises:
        keyring.errors.KeyringError: The system has no keyring, or refused.
    """
    import keyring

    keyring.set_password(_SERVICE, name, key)
