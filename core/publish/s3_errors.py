"""What goes wrong at a storage that speaks S3, told in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import ExportError
from core.schema.destination import Destination

_KEY = "Check access key and secret key of this destination."
# By the codes of “Error responses” (Amazon S3 API Reference); what it answers to HEAD has its number alone.
_REFUSED = {
    "AccessDenied": ("its key may not do that", "Let the key list, read and write this bucket and prefix."),
    "403": ("its key may not do that, or is wrong", "Let the key list, read and write this bucket and prefix."),
    "InvalidAccessKeyId": ("it does not know the access key", _KEY),
    "SignatureDoesNotMatch": ("the secret key is not the one of the access key", _KEY),
    "ExpiredToken": ("the key has expired", _KEY),
    "NoSuchBucket": ("there is no such bucket", "Make the bucket, or check its name and the storage's address."),
    "404": ("there is no such bucket", "Make the bucket, or check its name and the storage's address."),
    "PermanentRedirect": ("the bucket is in another region", "Set the region of the bucket."),
    "AuthorizationHeaderMalformed": ("the bucket is in another region", "Set the region of the bucket."),
    "301": ("the bucket is in another region", "Set the region of the bucket."),
    "RequestTimeTooSkewed": ("this computer's clock is wrong", "Set the clock."),
    "QuotaExceeded": ("its space is used up", "Free some space there."),
    "XMinioStorageFull": ("its disk is full", "Free some space there."),
    "EntityTooLarge": ("the file is larger than it takes", "Export the clip with a smaller preset."),
}
_PASSING = (
    "InternalError", "ServiceUnavailable", "SlowDown", "RequestTimeout", "OperationAborted", "Throttling",
    "RequestLimitExceeded", "BadDigest", "IncompleteBody", "XAmzContentSHA256Mismatch",
    "429", "500", "502", "503", "504",
)  # fmt: skip


@contextmanager
def explained(where: Destination, file: Path | None = None) -> Iterator[None]:
    """Tell in a sentence what the storage or the way to it did wrong.

    Raises:
        ExportError: Whatever it was; `is_passing` where the same may work a little later.
    """
    from botocore.exceptions import BotoCoreError, ClientError, ConnectionError, HTTPClientError

    subject = str(file) if file else ""
    try:
        yield
    except ClientError as error:
        raise _refused(error, where, subject) from error
    except (ConnectionError, HTTPClientError) as error:
        # Of its own cause, without the request's address, in which a signature may stand.
        why = type(error).__name__.removesuffix("Error")
        raise ExportError(
            f"The storage {where.place} can't be reached ({why}).",
            subject,
            remedy="Check the network and the storage's address.",
            is_passing=True,
        ) from error
    except (BotoCoreError, ValueError) as error:
        raise ExportError(f"The storage {where.place} can't be used: {error}", subject, remedy=_KEY) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"The file can't be read ({reason}).", subject, is_passing=True) from error


def _refused(error: Exception, where: Destination, subject: str) -> ExportError:
    response = getattr(error, "response", {})
    code = str(response.get("Error", {}).get("Code", ""))
    status = str(response.get("ResponseMetadata", {}).get("HTTPStatusCode", ""))
    said = str(response.get("Error", {}).get("Message", "")).strip().rstrip(".")
    reason, remedy = _REFUSED.get(code, (f"{code}: {said}" if said else code, "Look at the storage's own log."))
    is_passing = code in _PASSING or (code not in _REFUSED and status in _PASSING)
    return ExportError(
        f"The storage {where.place} refused: {reason}.", subject, remedy=remedy, is_passing=is_passing
    )
