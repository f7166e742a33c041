"""Plan every talk of a folder of transcripts, for the evaluator of ../shared/eval/clips, and time it.

Run from the repository root:

    python tests/bench/bench_highlights.py ../shared/eval/clips/dev/transcripts PREDICTIONS [--top 10]
    python ../shared/eval/clips/clip_eval.py PREDICTIONS ../shared/eval/clips/dev/truth
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.highlights.plan import plan_document
from core.speech.sidecar import read_transcript


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
        transcript = read_transcript(path, None, 0.0)
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
