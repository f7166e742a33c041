"""A small index for tests: sources given as lines of text, asked as a person would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from core.schema.search import Found, Line, Said, SearchFilters
from core.search.index import IndexWriter, connect_for_reading
from core.search.places import Place
from core.search.query import parse
from core.search.reader import IndexReader, Question

Told = str | tuple[str, str]  # a line, or (speaker, line)


def said(source_id: str, lines: Sequence[Told], language: str = "", digest: str = "") -> Said:
    """Return lines of two seconds each."""
    told = [("", line) if isinstance(line, str) else line for line in lines]
    made = tuple(
        Line(start=2.0 * place, end=2.0 * place + 2.0, speaker=speaker, text=text)
        for place, (speaker, text) in enumerate(told)
    )
    return Said(source_id=source_id, language=language, digest=digest or str(hash(made)), lines=made)


class Shelf:
    """An index on disk, or without a folder in memory."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = folder / "search.sqlite" if folder else Path("nowhere")
        self.memory = None if folder else IndexWriter(None)
        self.sources: dict[str, float] = {}

    def put(self, **sources: Sequence[Told]) -> None:
        """Index sources, in place of what was known of them."""
        writer = self.memory or IndexWriter(self.path)
        for name, lines in sources.items():
            self.sources.setdefault(name, float(len(self.sources)))
            writer.put(said(name, lines))
        if writer is not self.memory:
            writer.close()

    def close(self) -> None:
        """Let an index in memory go."""
        if self.memory:
            self.memory.close()

    def remove(self, name: str) -> None:
        """Take a source out."""
        writer = self.memory or IndexWriter(self.path)
        writer.remove(name)
        if writer is not self.memory:
            writer.close()

    def find(
        self,
        typed: str,
        limit: int = 1000,
        filters: SearchFilters | None = None,
        spans: Mapping[str, tuple[tuple[float, float], ...]] | None = None,
    ) -> Found:
        """Ask once, with a reader of its own."""
        connection = self.memory.connection if self.memory else connect_for_reading(self.path)
        reader = IndexReader(connection)
        places = {name: Place(at, spans.get(name) if spans else None) for name, at in self.sources.items()}
        try:
            return reader.find(Question(), parse(typed, filters), places, limit)
        finally:
            if self.memory is None:
                reader.close()

    def texts(self, typed: str) -> list[str]:
        """Return the texts that are found, without what stands around them."""
        return [hit.text for hit in self.find(typed).hits]

    def marked(self, typed: str) -> list[list[str]]:
        """Return what is marked in each text."""
        return [[hit.text[start:end] for start, end in hit.marks] for hit in self.find(typed).hits]
