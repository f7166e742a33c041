"""Downloads: addresses on their way to sources, one for each address."""

from __future__ import annotations

from pathlib import Path

from core.pipeline.events import DownloadChanged
from core.pipeline.records.database import Database
from core.pipeline.records.outputs import portable
from core.schema.download import Download


class DownloadRecords(Database):
    """What was fetched or is being; it is what says which episodes of a feed were taken."""

    def put_download(self, download: Download) -> None:
        """Keep how a download stands."""
        with self._transaction() as events:
            self._db.execute(
                "insert into downloads (id, url, state, record) values (?, ?, ?, ?)"
                " on conflict (id) do update set state = excluded.state, record = excluded.record",
                [download.id, download.url, download.state, self._stored(download).model_dump_json()],
            )
            events.append(DownloadChanged(download))

    def downloads(self) -> list[Download]:
        """Return all downloads, the newest first."""
        return [
            self._read(row["record"]) for row in self._rows("select record from downloads order by rowid desc")
        ]

    def find_download(self, url: str) -> Download | None:
        """Return the download of an address, if it was ever asked for."""
        rows = self._rows("select record from downloads where url = ?", [url])
        return self._read(rows[0]["record"]) if rows else None

    def drop_download(self, download_id: str) -> None:
        """Forget a download."""
        with self._transaction():
            self._db.execute("delete from downloads where id = ?", [download_id])

    def _stored(self, download: Download) -> Download:
        workspace = self._path.parent
        places = {
            name: Path(portable(path, workspace))
            for name in ("file", "captions", "thumbnail")
            if (path := getattr(download, name)) is not None
        }
        return download.model_copy(update=places)

    def _read(self, text: str) -> Download:
        found = Download.model_validate_json(text)
        workspace = self._path.parent
        places = {
            name: workspace / path
            for name in ("file", "captions", "thumbnail")
            if (path := getattr(found, name)) is not None
        }
        return found.model_copy(update=places)
