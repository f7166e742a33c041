"""How a publication stands, in words, and where its files can be found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.schema.publication import Publication
from ui.wording import told, tr


def state_words(publication: Publication) -> str:
    """Return how one stands: waiting, how far, where it is, or why it failed."""
    match publication.state:
        case "pending":
            return tr("Waiting")
        case "sending":
            share = tr("Sending, {share} %").format(share=round(publication.fraction * 100))
            # Nothing is on its way while it waits for the next attempt, and why is worth more than 0 %.
            return told(publication.message) if publication.message and not publication.fraction else share
        case "published":
            if publication.message:
                return told(publication.message)
            place = publication.places[0] if publication.places else ""
            return tr("Published: {place}").format(place=place) if place else tr("Published")
        case "failed":
            return tr("Stopped") if publication.is_stopped else told(publication.error)


def local_file(publication: Publication) -> Path | None:
    """Return the published video where it lies in a folder of this machine's, else None."""
    place = publication.places[0] if publication.places else ""
    return Path(place) if place and "://" not in place else None


def sum_words(batch: Sequence[Publication]) -> str:
    """Return how far all that was asked for is."""
    arrived = sum(each.state == "published" for each in batch)
    return tr("Publishing: {done} of %n files done", "", len(batch)).format(done=arrived)


def left_words(failed: int, stopped: int) -> str:
    """Return how much did not arrive: what failed, and what the user stopped."""
    parts = [tr("%n could not be published", "files", failed)] if failed else []
    if stopped:
        parts.append(tr("%n stopped on the way", "files", stopped))
    return ", ".join(parts)


def finished_words(arrived: int, failed: int, names: str, why: str) -> str:
    """Return how publishing ended: to which destinations, and why the first failed that did."""
    if not failed:
        return tr("%n files published to {names}.", "", arrived).format(names=names)
    told_of = tr("%n files published, {failed} failed.", "", arrived).format(failed=failed)
    return f"{told_of} {why}".rstrip()
