"""`transcript`: what it refuses before it opens anything."""

from __future__ import annotations

import argparse

import pytest

from desktop.commands.transcript import COMMAND


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--write", "x", "2", "a"], "seconds of the source"),
        (["--write", "2", "1", "a"], "a later end"),
        (["--write", "0", "nan", "a"], "a later end"),
        (["--keep", "2", "theirs"], "mine or heard"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments, says, capsys):
    parser = argparse.ArgumentParser()
    COMMAND.add_arguments(parser)
    assert COMMAND.execute(parser.parse_args(["run", *arguments])) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: ") and says in told
