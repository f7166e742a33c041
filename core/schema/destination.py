"""A place that finished clips are published to. Its secret never reaches a file, a log or an artifact."""

import re
from typing import Literal
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, SecretStr

from core.schema.endpoint import without_credentials
from core.schema.record import Record

DestinationKind = Literal["folder", "s3", "webhook"]
DESTINATION_KINDS: tuple[DestinationKind, ...] = ("folder", "s3", "webhook")
# Where a key comes from: nowhere, the environment, the system's keyring, or a file that is encrypted under a key
# file beside it or under a passphrase.
KeyPlace = Literal["", "environment", "keyring", "file", "passphrase"]
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.-]{0,39}")


class Destination(Record):
    """Where finished clips go, under a name that the user gave it.

    A `folder`; or a `bucket` of a storage that speaks S3 at `endpoint_url` (empty: Amazon's own), with `prefix` in
    front of every key, reached with `access_key` and the secret; or a webhook at `url`, which is told of each clip
    in a request that is signed with the secret. The secret is given by whoever starts the engine, and written
    nowhere. Fields of a later version are left out.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    kind: DestinationKind
    folder: str = ""
    endpoint_url: str = ""
    region: str = ""
    bucket: str = ""
    prefix: str = ""
    access_key: str = ""
    url: str = ""
    secret: SecretStr = Field(default=SecretStr(""), exclude=True)

    @property
    def place(self) -> str:
        """Where it is, as it may be shown: without a password or what is asked of an address."""
        match self.kind:
            case "folder":
                return self.folder
            case "s3":
                where = f"s3://{self.bucket}/{self.prefix.strip('/')}".rstrip("/")
                host = urlsplit(self.endpoint_url).netloc.rpartition("@")[2] if self.endpoint_url else ""
                return f"{where} at {host}" if host else where
            case "webhook":
                return without_credentials(self.url)

    @property
    def problem(self) -> str:
        """What is missing or wrong in it, in a sentence; empty where nothing is."""
        if not _NAME.fullmatch(self.name):
            return "A name has up to 40 letters, digits, spaces, dots, dashes, and begins with a letter or digit."
        match self.kind:
            case "folder":
                return "" if self.folder else "The folder is missing."
            case "s3":
                return self._storage_problem()
            case "webhook":
                return "" if _is_web(self.url) else "The address of a webhook begins with https:// or http://."

    def _storage_problem(self) -> str:
        if not self.bucket:
            return "The bucket is missing."
        if self.endpoint_url and not _is_web(self.endpoint_url):
            return "The address of a storage begins with https:// or http://."
        return ""


class KeptDestination(Record):
    """A destination as it is kept: without its secret, and where that comes from."""

    destination: Destination
    key_place: KeyPlace = ""

    @property
    def name(self) -> str:
        """Its name."""
        return self.destination.name

    @property
    def lacks_key(self) -> bool:
        """Whether it can't be used for want of a key."""
        has_key = self.key_place == "environment" or bool(self.key_place and self.destination.access_key)
        return self.destination.kind == "s3" and not has_key


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
