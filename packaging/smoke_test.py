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
    """Run `--version`, `doctor`, `styles` and the main job on the bundled sample; status 1 where one fails."""
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
        sample = folder / "_internal" / "resources" / "sample" / "sample.mp4"
        out = home / "out"
        for arguments in (
            ["--version"],
            ["doctor"],
            # Reads fonts and paints: the tables of fontTools are found by name.
            ["styles", "show", "clean"],
            ["run", str(sample), "--out", str(out), "--top", "1", "--aspects", "9:16"],
        ):
            print("→", name, *arguments, flush=True)
            code = subprocess.run([str(program), *arguments], env=environment, timeout=900, check=False).returncode
            if code != 0:
                print(f"failed with exit status {code}", file=sys.stderr)
                return 1
        clips = sorted(out.rglob("*.mp4"))
        if not clips or clips[0].stat().st_size < 50_000:
            print("no clip was made", file=sys.stderr)
            return 1
    print(f"the frozen program works: {program}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
