"""`main.py workspaces settings`: workspaces get settings of their own, and give them back."""

from __future__ import annotations

import io
import json
import logging
import sys
from decimal import Decimal
from pathlib import Path

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backends import fail

from core.errors import WorkspaceError
from core.spaces import making
from desktop import own_settings, secrets, settings
from desktop.app import main
from desktop.preferences import SettingsFile

ALL = sorted(settings.OF_WORKSPACE)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Have a home with common settings and a key, and no keyring."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    common = settings.EndpointSettings(base_url="https://common.example/v1", model="common")
    settings.save_settings(settings.Settings(language_model=common, month_budget_usd=Decimal(5)))
    secrets.keep_key("language", "the common key")
    handlers = list(logging.getLogger().handlers)
    yield tmp_path / "home"
    keyring.set_keyring(before)
    for handler in [each for each in logging.getLogger().handlers if each not in handlers]:
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Return a workspace of before there were several: it has no card."""
    folder = tmp_path / "older"
    folder.mkdir()
    return folder


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    making.create(tmp_path / "acme", "Acme")
    return tmp_path / "acme"


def told(folder: Path, capsys, *arguments: str) -> dict:
    assert main(["workspaces", "settings", str(folder), *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def engine(folder: Path):
    return settings.configuration(settings.load_settings(folder))


def test_an_older_one_shares_all_until_something_is_set(older, capsys):
    shown = told(older, capsys)
    assert shown["own"] == [] and shown["common"] == ALL
    assert shown["settings"]["language_model.model"] == "common" and shown["settings"]["month_budget_usd"] == "5"
    shown = told(older, capsys, "month_budget_usd=20", "run_budget_usd=none")
    assert shown["own"] == ["month_budget_usd", "run_budget_usd"]
    given = engine(older)
    assert given.month_budget_usd == Decimal(20) and given.run_budget_usd is None
    # The rest goes on with the common ones, the key among them, and follows them.
    assert given.language.api_key.get_secret_value() == "the common key"
    settings.save_settings(
        settings.load_settings().model_copy(update={"run_budget_usd": Decimal(3), "allows_speech_endpoint": True})
    )
    given = engine(older)
    assert given.run_budget_usd is None and given.speech_wishes.allows_endpoint
    assert settings.load_settings().month_budget_usd == Decimal(5)
    shown = told(older, capsys, "--common", "month_budget_usd", "--common", "run_budget_usd")
    assert shown["own"] == [] and engine(older).month_budget_usd == Decimal(5)
    assert engine(older).run_budget_usd == Decimal(3)


def test_a_key_belongs_to_whose_endpoint_it_is_and_is_never_told(older, monkeypatch, capsys):
    with pytest.raises(WorkspaceError, match="the common one"):
        own_settings.keep_key(older, "language", "x")
    at = ["language_model.base_url=https://acme.example/v1/", "language_model.model=acme"]
    assert told(older, capsys, *at)["keys"]["language"] == ""
    assert engine(older).language.api_key.get_secret_value() == ""  # never the common key to another address
    monkeypatch.setattr(sys, "stdin", io.StringIO("acme-secret\n"))
    assert main(["workspaces", "settings", str(older), "--key", "language"]) == 0
    out = capsys.readouterr().out
    assert "acme-secret" not in out and "the common key" not in out and "kept encrypted" in out
    language = engine(older).language
    assert (language.base_url, language.api_key.get_secret_value()) == ("https://acme.example/v1", "acme-secret")
    assert secrets.read_key("language").get_secret_value() == "the common key"
    told(older, capsys, "--common", "language_model")
    assert engine(older).language.api_key.get_secret_value() == "the common key"
    # Made its own again it begins without a key: that of before is forgotten.
    assert told(older, capsys, "--own", "language_model")["keys"]["language"] == ""
    assert engine(older).language.model == "common"


def test_a_clients_own_is_given_back_and_taken_again(acme, home, capsys):
    assert told(acme, capsys)["own"] == ALL and engine(acme).language is None
    shown = told(acme, capsys, "--common", "language_model")
    assert shown["common"] == ["language_model"] and shown["settings"]["language_model.model"] == "common"
    assert engine(acme).language.api_key.get_secret_value() == "the common key"
    assert engine(acme).month_budget_usd is None  # the rest stays its own
    # The window edits what holds: the common one for all, its own for itself.
    store = SettingsFile(acme)
    store.save(store.load())
    assert settings.load_settings().language_model.model == "common"
    assert told(acme, capsys, "language_model.model=acme")["common"] == []


def test_an_address_with_a_password_is_shown_without_it(older, capsys):
    shown = told(older, capsys, "speech.base_url=https://me:hidden@s.example/v1", "speech.model=whisper")
    assert shown["settings"]["speech.base_url"] == "https://s.example/v1" and "hidden" not in json.dumps(shown)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("month_budget_usd=-1", "month_budget_usd"),
        ("month_budget_usd=NaN", "month_budget_usd"),
        ("month_budget_usd=a lot", "month_budget_usd"),
        ("speech.base_url=ftp://x", "http"),
        ("speech.model=whisper", "both an address"),
        ("speech.timeout_seconds=1", "between 5 and 3600"),
        ("speech.timeout_seconds=nan", "between 5 and 3600"),
        ("speech.parallel=-2", "parallel"),
        ("allows_speech_endpoint=perhaps", "allows_speech_endpoint"),
        ("speech=x", "no setting"),
        ("speech.key=secret", "no setting"),
        ("weights_folder=/x", "no setting"),
        ("destinations=x", "command of their own"),
    ],
)
def test_what_can_not_be_meant_is_refused_and_changes_nothing(older, capsys, given, why):
    before = told(older, capsys)
    assert main(["workspaces", "settings", str(older), given]) == 1
    assert why in capsys.readouterr().err
    assert told(older, capsys) == before


def test_what_is_no_pair_or_no_setting_is_said(older, capsys):
    assert main(["workspaces", "settings", str(older), "month_budget_usd"]) == 2
    assert main(["workspaces", "settings", str(older), "--own", "widths"]) == 1
    assert main(["workspaces", "settings", str(older / "nowhere")]) == 1


@given(st.sampled_from(["query_prefix", "passage_prefix"]), st.text(max_size=200))
def test_what_is_told_can_be_set(field, prefix):
    chosen = settings.Settings(embedding=settings.EmbeddingSettings(**{field: prefix}))
    line = own_settings.values_of(chosen)[f"embedding.{field}"]
    if prefix != "model":
        assert own_settings._value(field, line) == prefix
