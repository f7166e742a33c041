"""Arguments of all commands that fetch sources from the network."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_fetch_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--cookies", type=Path, metavar="FILE", help="cookies.txt of your browser, for sites that ask to sign in"
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from addresses of this network too, this time"
    )


def chosen_fetching(arguments: argparse.Namespace) -> dict[str, object]:
    """Return the settings that these arguments go before."""
    return {"allows_private_addresses": True} if arguments.allow_private else {}
