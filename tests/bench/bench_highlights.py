"""Plan every talk of a folder of transcripts, for the evaluator of ../shared/eval/clips, and time it.

Run from the repository root:

    python tests/bench/bench_highlights.py ../shared/eval/clips/dev/transcripts PREDICTIONS [--top 10]
    python ../shared/eval/clips/clip_eval.py PREDICTIONS ../shared/eval/clips/dev/truth
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.highlights.plan import plan_document
from core.schema.transcript import Transcript, TranscriptSegment, Word

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_WIDE_TOKEN = re.compile(r"[「『（《〈“‘(]*(?:[A-Za-z0-9][A-Za-z0-9'\-.,%:/]*|[^\W_])[^\w「『（《〈“‘(]*")


def read_transcript(path: Path) -> Transcript:
    """Read a transcript of the evaluation set, sharing a segment's time among its words by their length ** 0.7."""
    document = json.loads(path.read_text(encoding="utf-8"))
    segments = [
        TranscriptSegment(
            start=segment["start"],
            end=segment["end"],
            text=segment["text"],
            speaker=segment.get("speaker") or "",
            words=_interpolate(segment),
        )
        for segment in document["segments"]
    ]
    return Transcript(
        language=document.get("language") or "", segments=tuple(segments), has_exact_word_times=False
    )


def _interpolate(segment: dict[str, object]) -> tuple[Word, ...]:
    tokens: list[str] = []
    for chunk in str(segment["text"]).split():
        tokens.extend((_WIDE_TOKEN.findall(chunk) or [chunk]) if _WIDE.search(chunk) else [chunk])
    sizes = [max(1, len(re.findall(r"\w", token))) ** 0.7 for token in tokens]
    start, end = float(str(segment["start"])), float(str(segment["end"]))
    words: list[Word] = []
    passed = 0.0
    for token, size in zip(tokens, sizes, strict=True):
        begin = start + (end - start) * passed / sum(sizes)
        passed += size
        words.append(Word(text=token, start=begin, end=start + (end - start) * passed / sum(sizes)))
    return tuple(words)


def main() -> int:
    """Write one plan a talk and print how fast it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("transcripts", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--top", type=int, default=10)
    arguments = parser.parse_args()
    arguments.predictions.mkdir(parents=True, exist_ok=True)
    slowest = (0.0, 0.0, "")
    hours = seconds = 0.0
    for path in sorted(arguments.transcripts.glob("*.json")):
        transcript = read_transcript(path)
        began = time.process_time()
        document = plan_document(transcript, arguments.top)
        took = time.process_time() - began
        length = transcript.segments[-1].end - transcript.segments[0].start
        slowest = max(slowest, (took / length * 7200, took, path.stem))
        hours, seconds = hours + length / 3600, seconds + took
        (arguments.predictions / path.name).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    print(f"{hours:.1f} hours planned in {seconds:.1f} CPU s: {seconds / hours * 2:.2f} s per two hours;")
    print(f"slowest {slowest[2]}: {slowest[1]:.2f} s, {slowest[0]:.2f} s per two hours")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
