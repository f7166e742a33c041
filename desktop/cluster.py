"""The cluster on the command line: what is named there goes before the settings."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from core.pipeline.cluster.path_map import parse_pair


def add_cluster_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where clips are made."""
    parser.add_argument("--executor", choices=["local", "dask"], help="where clips are made (default: as set)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of Dask, such as tcp://host:8786")
    parser.add_argument(
        "--map",
        dest="path_map",
        type=_pair,
        action="append",
        metavar="LOCAL=REMOTE",
        help="a folder, as named here and by Dask's workers (once for each)",
    )


def chosen_cluster(arguments: argparse.Namespace) -> Mapping[str, object]:
    """Return the settings that the arguments change. Naming a scheduler is asking for it."""
    named = {name: getattr(arguments, name) for name in ("executor", "scheduler", "path_map")}
    if named["scheduler"] and not named["executor"]:
        named["executor"] = "dask"
    return {name: value for name, value in named.items() if value is not None}


def _pair(text: str) -> tuple[str, str]:
    try:
        local, remote = parse_pair(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    # On the command line the folder here may be relative.
    return str(Path(local).absolute()), remote
