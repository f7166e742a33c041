"""`serve`: the local API, for other programs on this machine."""

from __future__ import annotations

import argparse
import asyncio
import json

from core.errors import Cancelled
from desktop import loop, settings
from desktop.command import Command
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--port", type=_port, help=f"default: the one that is set, usually {settings.API_PORT}; 0: any free one"
    )
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument(
        "--show-token", action="store_true", help="print the token that programs must send, and end"
    )
    parser.add_argument("--new-token", action="store_true", help="make another token; the old one lets nobody in")
    parser.add_argument("--openapi", action="store_true", help="print the document of all requests, and end")
    parser.add_argument("--json", action="store_true", help="tell where it listens as a line of JSON")


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError("must be between 0 and 65535")
    return number


def execute(arguments: argparse.Namespace) -> int:
    """Serve until it is stopped, or do what was asked for instead."""
    from desktop.api import server

    own_id = settings.in_use(arguments.workspace).own_id
    if arguments.new_token:
        _, where = server.new_token(own_id)
        print(f"There is a new token. {where}")
    if arguments.show_token:
        print(server.token(own_id))
    if arguments.openapi:
        return _document()
    if arguments.new_token or arguments.show_token:
        return 0
    return loop.run(_serve(arguments))


async def _serve(arguments: argparse.Namespace) -> int:
    from desktop.api.server import ApiServer, token

    async with opened(arguments.workspace, "main.py serve") as project:
        chosen = settings.load_settings(project.folder)
        port = chosen.api_port if arguments.port is None else arguments.port
        server = ApiServer(project, port, token(chosen.own_id))
        await server.start()
        project.go_on()
        if arguments.json:
            print(json.dumps({"event": "listening", "address": server.address}), flush=True)
        else:
            print(f"Listening on {server.address}, for programs on this computer that send the token", flush=True)
            print(
                "(main.py serve --show-token). Ctrl+C ends it; what is unfinished goes on next time.", flush=True
            )
        try:
            await asyncio.Event().wait()
        except (asyncio.CancelledError, Cancelled):
            pass
        finally:
            await server.stop()
    return 0


def _document() -> int:
    from desktop.api.application import application

    print(json.dumps(application().openapi(), indent=2))
    return 0


COMMAND = Command("serve", "answer other programs on this computer (the local API)", add_arguments, execute)
