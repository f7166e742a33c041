"""Keys in an encrypted file, for machines without a keyring: `keys.enc`, below the folder of what we keep.

What it protects against is told where a key is put into it. Encrypted with Fernet (AES-128-CBC and HMAC-SHA256)
under a passphrase from SHORTLIST_PASSPHRASE, stretched with scrypt (RFC 7914), or else under a random key in
`keys.key` beside it, which only its owner may read.
"""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import WorkspaceError
from core.schema.destination import KeyPlace
from desktop import paths

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

PASSPHRASE = "SHORTLIST_PASSPHRASE"
# As OWASP's “Password Storage Cheat Sheet” has it for scrypt: 128 MB and a moment for each guess.
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**17, 8, 1


class _Kept(BaseModel):
    """The file: encrypted keys by name, `by` a passphrase (with `salt`, in hex) or by a key file."""

    model_config = ConfigDict(defer_build=True)

    by: str = ""
    salt: str = ""
    keys: dict[str, str] = {}


def file() -> Path:
    """Return where keys lie encrypted."""
    return paths.home() / "keys.enc"


def read(name: str) -> str:
    """Return a key, empty where there is none.

    Raises:
        WorkspaceError: The file can't be read, or is encrypted otherwise than can be undone here.
    """
    from cryptography.fernet import InvalidToken

    kept = _load()
    if name not in kept.keys:
        return ""
    try:
        return _cipher(kept).decrypt(kept.keys[name].encode()).decode()
    except InvalidToken as error:
        raise WorkspaceError(
            "The file of keys can't be decrypted: its passphrase or key file is another one.",
            str(file()),
            remedy=f"Set {PASSPHRASE} as it was, or remove the file and set the keys anew.",
        ) from error


def kept_by() -> KeyPlace:
    """Return what the keys are encrypted under: a passphrase, or the key file beside them.

    Raises:
        WorkspaceError: The file can't be read.
    """
    return "passphrase" if _load().by == "passphrase" else "file"


def write(name: str, key: str) -> str:
    """Keep a key; return in a sentence where it is, and what that protects against.

    Raises:
        WorkspaceError: The file can't be read or written, or its passphrase is not given.
    """
    kept = _load()
    if not kept.keys:
        by = "passphrase" if os.environ.get(PASSPHRASE) else "file"
        kept = _Kept(by=by, salt=secrets.token_hex(16))
    token = _cipher(kept).encrypt(key.encode()).decode()
    _save(kept.model_copy(update={"keys": {**kept.keys, name: token}}))
    if kept.by == "passphrase":
        return f"It is kept encrypted in {file()}, under your passphrase, which Shortlist needs at every start."
    return (
        f"It is kept encrypted in {file()}, with keys.key beside it, which only you may read: who gets hold of"
        " keys.enc alone learns nothing, who can read all of your files does. A passphrase in"
        f" {PASSPHRASE} is safer."
    )


def forget(name: str) -> None:
    """Forget a key, where there is one.

    Raises:
        WorkspaceError: The file can't be written.
    """
    kept = _load()
    if name in kept.keys:
        _save(kept.model_copy(update={"keys": {each: kept.keys[each] for each in kept.keys if each != name}}))


def _load() -> _Kept:
    try:
        return _Kept.model_validate_json(file().read_bytes())
    except FileNotFoundError:
        return _Kept()
    except (OSError, ValidationError) as error:
        raise WorkspaceError(
            "The file of keys can't be read.", str(file()), remedy="Mend or remove it."
        ) from error


def _save(kept: _Kept) -> None:
    partial = file().with_suffix(".part")
    try:
        _write_private(partial, kept.model_dump_json(indent=2).encode())
        partial.replace(file())
    except OSError as error:
        raise WorkspaceError(f"The key can't be kept ({error.strerror}).", str(file())) from error


def _cipher(kept: _Kept) -> Fernet:
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    if kept.by == "passphrase":
        passphrase = os.environ.get(PASSPHRASE)
        if not passphrase:
            raise WorkspaceError(
                "The keys are kept under a passphrase, and none is given.",
                str(file()),
                remedy=f"Set {PASSPHRASE}.",
            )
        stretch = Scrypt(salt=bytes.fromhex(kept.salt), length=32, n=_SCRYPT_N, r=_SCRYPT_R, p=_SCRYPT_P)
        return Fernet(base64.urlsafe_b64encode(stretch.derive(passphrase.encode())))
    return Fernet(_random_key())


def _random_key() -> bytes:
    """Return the key in the file beside, made where there is none.

    Raises:
        WorkspaceError: It can't be read or written, or is none.
    """
    from cryptography.fernet import Fernet

    beside = file().with_suffix(".key")
    try:
        if not beside.exists():
            _write_private(beside, Fernet.generate_key())
        key = beside.read_bytes().strip()
        Fernet(key)
    except (OSError, ValueError) as error:
        raise WorkspaceError("The key to the file of keys can't be read.", str(beside)) from error
    return key


def _write_private(path: Path, content: bytes) -> None:
    """Write a file anew that only its owner may read, from its first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
        stream.write(content)
