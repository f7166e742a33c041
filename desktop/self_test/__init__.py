"""What an installed program tries on itself: that nothing was lost on its way here, and that it makes a clip.

`doctor` looks at this machine and at the user's workspace; the self-test looks at the program. It works in a
temporary folder and needs no network. Each check really does what the program would do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from desktop.checks import Finding
from desktop.self_test import bundled, clip, libraries, reach, surroundings
from desktop.self_test.bench import Bench

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
    ("clip", clip.clip),
)


def findings(bench: Bench) -> Iterator[Finding]:
    """Tell what every check found, as it is found. No check lets another one fail."""
    for name, check in _CHECKS:
        try:
            yield from check(bench)
        except Exception as error:
            yield Finding(name, "problem", f"failed ({type(error).__name__}: {error})", _REINSTALL)
