"""Keys of endpoints and destinations: in the system's keyring, or encrypted where there is none (`key_file`).

A workspace with settings of its own has keys of its own, kept under its id (`own_id`), which no export holds.
A key in the environment is given by whoever starts the program, and holds for every workspace that it opens.
"""

from __future__ import annotations

import logging
import os
import re

from pydantic import SecretStr

from core.errors import WorkspaceError
from core.schema.destination import KeyPlace
from desktop import key_file

_SERVICE = "Shortlist"
_log = logging.getLogger(__name__)


def variable(name: str) -> str:
    """Return the environment variable that a key of that name is looked for in first."""
    return f"SHORTLIST_{re.sub('[^A-Z0-9]', '_', name.upper())}_KEY"


def read_key(name: str, own_id: str = "") -> SecretStr:
    """Return a key: from `SHORTLIST_<NAME>_KEY` if set, else from the keyring or the file of keys, else empty."""
    given = os.environ.get(variable(name))
    if given:
        return SecretStr(given)
    name = _scoped(name, own_id)
    import keyring
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(_SERVICE, name)
    except KeyringError:
        # A machine without a keyring (a server) has no keys in it.
        found = None
    if found:
        return SecretStr(found)
    try:
        return SecretStr(key_file.read(name))
    except WorkspaceError as error:
        _log.warning("The key %s can't be had: %s", name, error)
        return SecretStr("")


def place_of(name: str, own_id: str = "") -> KeyPlace:
    """Return where a key comes from, empty where there is none."""
    if os.environ.get(variable(name)):
        return "environment"
    name = _scoped(name, own_id)
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_password(_SERVICE, name):
            return "keyring"
    except KeyringError:
        pass
    try:
        return key_file.kept_by() if key_file.read(name) else ""
    except WorkspaceError:
        # Said by `read_key`, whoever asks for the key itself.
        return ""


def write_key(name: str, key: str, own_id: str = "") -> None:
    """Keep an endpoint's key in the keyring.

    Raises:
        keyring.errors.KeyringError: The system has no keyring, or refused.
    """
    import keyring

    keyring.set_password(_SERVICE, _scoped(name, own_id), key)


def keep_key(name: str, key: str, own_id: str = "") -> str:
    """Keep a key in the keyring, or encrypted in a file where there is none; return in a sentence where it is.

    Raises:
        WorkspaceError: It can't be kept anywhere.
    """
    from keyring.errors import KeyringError

    name = _scoped(name, own_id)
    try:
        write_key(name, key)
    except KeyringError:
        return f"This system has no keyring. {key_file.write(name, key)}"
    key_file.forget(name)
    return "It is kept in the system's keyring."


def forget_key(name: str, own_id: str = "") -> None:
    """Remove a key from wherever it is kept.

    Raises:
        WorkspaceError: The file of keys can't be written.
    """
    import keyring
    from keyring.errors import KeyringError

    name = _scoped(name, own_id)
    try:
        keyring.delete_password(_SERVICE, name)
    except KeyringError as error:
        _log.info("The keyring holds no key %s (%s).", name, type(error).__name__)
    key_file.forget(name)


def _scoped(name: str, own_id: str) -> str:
    return f"{own_id} {name}" if own_id else name
