"""Start the frozen program and have it do its checks: `python packaging/smoke_test.py dist/shortlist`.

A frozen program misses what no import told of: data files, libraries loaded by path, worker processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Run a few commands and the program's self-test, which makes a clip; status 1 where one fails."""
    folder = Path(sys.argv[1]).resolve()
    name = "shortlist-cli.exe" if os.name == "nt" else "shortlist"
    program = folder / name
    with tempfile.TemporaryDirectory(prefix="shortlist-smoke-") as temporary:
        home = Path(temporary)
        environment = os.environ | {"SHORTLIST_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        # Weights that the checkout already has are not fetched again.
        weights = Path(__file__).resolve().parents[1] / ".cache" / "weights"
        if weights.is_dir():
            environment["SHORTLIST_WEIGHTS"] = str(weights)
        for arguments in (
            ["--version"],
            # Reads fonts and paints: the tables of fontTools are found by name.
            ["styles", "show", "clean"],
            # Every library and bundled file, a worker, fetching, publishing, a clip of the sample.
            ["--self-test"],
        ):
            print("→", name, *arguments, flush=True)
            code = subprocess.run([str(program), *arguments], env=environment, timeout=900, check=False).returncode
            if code != 0:
                print(f"failed with exit status {code}", file=sys.stderr)
                return 1
    print(f"the frozen program works: {program}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
