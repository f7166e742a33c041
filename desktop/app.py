"""The entry point: a command by name, otherwise the window, with the files that were given."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

# What a shell says of a program that SIGPIPE ended.
_NO_READER = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Shortlist and return the exit status: 0 fine, 1 something failed, 2 wrong usage, 130 or 141 cut off."""
    from desktop import opening
    from desktop.arguments import window_arguments

    given = list(sys.argv[1:] if arguments is None else arguments)
    set_surroundings()
    try:
        if opening.may_open_window(given):
            # A tenth of a start went into looking for garbage among modules; the window does it in its own turns.
            gc.disable()
            # It loads Qt, an eighth of a start, which commands do without.
            from desktop import single

            if single.hand_over(*window_arguments(given)):
                return 0
            opening.show_card()
        # From here on a second of loading.
        from desktop import cli
        from desktop.logs import start_logging

        start_logging()
        if cli.is_command(given):
            gc.enable()
            _stop_in_peace()
            return cli.main(given)
        from desktop.window import open_window

        return open_window(*window_arguments(given))
    except BrokenPipeError:
        # Whoever read our output has enough (`main.py show … | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NO_READER
    except KeyboardInterrupt:
        then = " What is done is kept; go on with: main.py resume" if given[:1] in (["run"], ["resume"]) else ""
        print(f"Stopped.{then}", file=sys.stderr)
        return 130
    except Exception as error:
        logging.getLogger("shortlist").exception("crashed")
        print(f"error: Shortlist hit a bug of its own ({type(error).__name__}: {error}).", file=sys.stderr)
        return 1
    finally:
        gc.enable()


def set_surroundings() -> None:
    """Tell libraries by the environment what they shall not do, before any of them is loaded."""
    # Qt tells every start that an optional sound server is not there, and that while the system loads its library:
    # the message waits for Python's lock, whose holder may wait to load a library too, and neither goes on.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false")
    # SVT-AV1 tells twenty lines about itself for every file; what goes wrong comes as an error of FFmpeg's.
    os.environ.setdefault("SVT_LOG", "0")
    # Pydantic would read the entry points of everything that is installed, to look for plugins. There are none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _load_no_plugin_look()


def _load_no_plugin_look() -> None:
    """Let pydantic not even load what looks for plugins: it brings mail and metadata for one empty answer."""
    look: Any = ModuleType("pydantic.plugin._loader")
    look.get_plugins = lambda: ()
    sys.modules.setdefault(look.__name__, look)


def _stop_in_peace() -> None:
    """Let the end of the session or a service manager stop a command as Ctrl+C does, with its records in order."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
