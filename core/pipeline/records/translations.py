"""Translations of what sources say, a record for each source and language."""

from __future__ import annotations

from functools import lru_cache

from core.pipeline.events import TranslationChanged
from core.pipeline.records.database import Database
from core.schema.translation import Translation


class TranslationRecords(Database):
    """What a person reviews and edits; it belongs to a source and outlives its runs."""

    def translated_into(self, source_id: str) -> list[str]:
        """Return the codes of the languages a source was translated into, in their order."""
        rows = self._rows("select language from translations where source_id = ? order by language", [source_id])
        return [row["language"] for row in rows]

    def translation(self, source_id: str, language: str) -> Translation:
        """Return a source's translation; one without lines where there is none."""
        rows = self._rows(
            "select record from translations where source_id = ? and language = ?", [source_id, language]
        )
        if not rows:
            return Translation(source_id=source_id, language=language)
        return _translation(rows[0]["record"])

    def put_translation(self, translation: Translation) -> None:
        """Keep a translation in the place of the one of its source and language."""
        with self._transaction() as events:
            self._db.execute(
                "insert into translations values (?, ?, ?)"
                " on conflict (source_id, language) do update set record = excluded.record",
                [translation.source_id, translation.language, translation.model_dump_json()],
            )
            events.append(TranslationChanged(translation.source_id, translation.language))

    def drop_translation(self, source_id: str, language: str) -> None:
        """Forget a translation."""
        with self._transaction() as events:
            self._db.execute(
                "delete from translations where source_id = ? and language = ?", [source_id, language]
            )
            events.append(TranslationChanged(source_id, language))


# A clip with translated captions is read for each of its aspects, and for every look at what hangs below it.
@lru_cache(maxsize=64)
def _translation(text: str) -> Translation:
    return Translation.model_validate_json(text)
