"""How well the taste of simulated reviewers is learned, beside the usual ranking, on clips they never decided on.

Run from the repository root; without a folder of transcripts the clips are made up:

    python tests/bench/bench_learning.py [../shared/eval/clips/dev/transcripts] [--talks 40] [--seeds 10]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.reviewers import REVIEWERS, clips_of_talks, made_up_clips, trial

COUNTS = (0, 3, 10, 30, 84, 200)
A_TALK = 12
HELD_OUT_TALKS = 15


def main() -> int:
    """Print a row a reviewer and a number of decisions: accuracy of pairs, and how often learning was used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("transcripts", type=Path, nargs="?")
    parser.add_argument("--talks", type=int, default=40)
    parser.add_argument("--seeds", type=int, default=10)
    given = parser.parse_args()
    real = clips_of_talks(given.transcripts, given.talks, A_TALK) if given.transcripts else None
    print(f"| reviewer | usual | {' | '.join(f'after {count}' for count in COUNTS)} | best possible |")
    print(f"|---|--:|{'--:|' * len(COUNTS)}--:|")
    for reviewer in REVIEWERS:
        cells, usual, best = [], 0.0, 0.0
        for count in COUNTS:
            trials = [
                trial(
                    real or made_up_clips(given.talks, A_TALK, seed),
                    reviewer,
                    count,
                    HELD_OUT_TALKS * A_TALK,
                    seed,
                )
                for seed in range(given.seeds)
            ]
            usual = mean(each.usual for each in trials)
            best = mean(each.best for each in trials)
            used = sum(each.is_used for each in trials)
            cells.append(f"{100 * mean(each.learned for each in trials):.1f} ({used}/{given.seeds})")
        print(f"| {reviewer.name} | {100 * usual:.1f} | {' | '.join(cells)} | {100 * best:.1f} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
