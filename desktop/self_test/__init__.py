"""What an installed program tries on itself: that nothing was lost on its way here, and that it makes a clip.

`doctor` looks at this machine and at the user's workspace; the self-test looks at the program. It works in a
temporary folder and needs no network. Each check really does what the program would do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from desktop.checks import Finding
from desktop.self_test import bundled, clip, libraries, reach, surroundings
from desktop.self_test.bench import START_SECONDS, Bench, last_words, run

_REINSTALL = "Install Shortlist again; if it stays, report this with the whole list."
# What is quick and explains what fails later comes first, and the making of a clip last.
_CHECKS: tuple[tuple[str, Callable[[Bench], Iterable[Finding]]], ...] = (
    ("program", surroundings.program),
    ("libraries", libraries.libraries),
    ("resources", bundled.resources),
    ("window", surroundings.window),
    ("machine", surroundings.machine),
    ("keys", surroundings.keys),
    ("models", surroundings.models),
    ("database", surroundings.database),
    ("worker", surroundings.worker),
    ("fetching", reach.fetching),
    ("publishing", reach.publishing),
    ("local API", reach.local_api),
    ("clip", clip.clip),
)


# These can take the whole process with them: what is compiled crashes where a library does not fit the machine.
_APART = frozenset({"libraries", "machine"})


def findings(bench: Bench, only: str = "") -> Iterator[Finding]:
    """Tell what every check found, as it is found. No check lets another one fail.

    With `only` the name of one, that is done here, whatever it may do to this process.
    """
    for name, check in _CHECKS:
        if only not in ("", name):
            continue
        try:
            yield from apart(bench, name) if name in _APART and not only else check(bench)
        except Exception as error:
            yield Finding(name, "problem", f"failed ({type(error).__name__}: {error})", _REINSTALL)


def apart(bench: Bench, name: str) -> list[Finding]:
    """Do a check in a process of its own, and return what it found, or how the process died."""
    done = run(bench, ["self-test", "--only", name, "--json"], START_SECONDS)
    try:
        return [Finding(**each) for each in json.loads(done.stdout)["findings"]]
    except (ValueError, KeyError, TypeError):
        why = f"ended with status {done.returncode}: {last_words(done)}"
        return [Finding(name, "problem", f"the process that tried it {why}", _REINSTALL)]
