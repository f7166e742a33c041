"""Where clips are made, as settings and command line say it."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from core.errors import ClusterError
from desktop.cluster import add_cluster_arguments, chosen_cluster
from desktop.settings import Settings, configuration, load_settings, save_settings


def chosen(*words):
    parser = argparse.ArgumentParser()
    add_cluster_arguments(parser)
    return Settings().model_copy(update=dict(chosen_cluster(parser.parse_args(words))))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))


def test_without_a_word_work_stays_on_this_machine():
    made = configuration(chosen())
    assert (made.scheduler, made.path_map) == ("", ())


def test_arguments_name_the_scheduler_and_the_folders():
    made = configuration(
        chosen("--executor", "dask", "--scheduler", "tcp://h:8786", "--map", "/a=/b=c", "--map", "rel=Z:\\d")
    )
    assert made.scheduler == "tcp://h:8786"
    assert made.path_map == (("/a", "/b=c"), (str(Path("rel").absolute()), "Z:\\d"))


def test_naming_a_scheduler_is_asking_for_it():
    assert configuration(chosen("--scheduler", "tcp://h:1")).scheduler == "tcp://h:1"
    assert configuration(chosen("--executor", "local", "--scheduler", "tcp://h:1")).scheduler == ""


def test_settings_are_kept_and_arguments_go_before_them():
    save_settings(Settings(executor="dask", scheduler="tcp://h:1", path_map=[("/a", "/b")]))
    kept = configuration(load_settings())
    assert (kept.scheduler, kept.path_map) == ("tcp://h:1", (("/a", "/b"),))
    local = load_settings().model_copy(
        update=dict(chosen_cluster(argparse.Namespace(executor="local", scheduler=None, path_map=None)))
    )
    assert configuration(local).scheduler == ""


def test_a_cluster_without_an_address_is_an_error():
    with pytest.raises(ClusterError, match="no scheduler is named"):
        configuration(chosen("--executor", "dask"))


@pytest.mark.parametrize("bad", ["/a", "=/b", "/a="])
def test_a_pair_that_is_none_is_refused(bad, capsys):
    with pytest.raises(SystemExit):
        chosen("--map", bad)
    assert "is not LOCAL=REMOTE" in capsys.readouterr().err
