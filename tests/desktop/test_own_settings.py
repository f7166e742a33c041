"""A new workspace has settings, keys, styles, logs and memories of its own; an older one goes on as it was."""

from __future__ import annotations

import io
import json
import logging
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import QSettings

from core.schema.run import RunOptions
from core.spaces.making import create
from desktop import key_file, logs, secrets, settings, single, space_list
from desktop.cli import main
from desktop.preferences import SettingsFile
from desktop.window_memory import memory_of
from ui.controllers.preferences import BudgetPreference, EmbeddingPreference, EndpointPreference


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of everything, on a machine without a keyring."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SHORTLIST_PASSPHRASE", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield tmp_path / "home"
    keyring.set_keyring(before)


@pytest.fixture
def two(home: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return two clients' workspaces."""
    folders = (tmp_path / "Acme", tmp_path / "Zoë & Söhne")
    for folder in folders:
        create(folder, folder.name)
        space_list.catalogue().note_used(folder)
    return folders


def test_what_is_set_in_one_is_not_in_the_other_nor_the_users(two):
    acme, zoe = two
    store = SettingsFile(acme)
    endpoint = EndpointPreference("https://acme.example/v1", "acme-model")
    store.save(replace(store.load(), language=endpoint, budget=BudgetPreference(Decimal(1), Decimal(20))))
    secrets.keep_key("language", "acme-key", settings.load_settings(acme).own_id)
    given = settings.configuration(settings.load_settings(acme))
    assert given.language is not None and given.language.api_key.get_secret_value() == "acme-key"
    assert given.month_budget_usd == Decimal(20)
    for other in (settings.load_settings(zoe), settings.load_settings()):
        given = settings.configuration(other)
        assert given.language is None and given.month_budget_usd is None
        assert not secrets.read_key("language", other.own_id).get_secret_value()
    assert SettingsFile(zoe).load().language.base_url == ""


def test_what_goes_before_questions_is_the_models_or_what_was_set(two):
    store = SettingsFile(two[0])
    chosen = EmbeddingPreference("http://localhost:11434/v1", "nomic-embed-text", passage_prefix="doc: ")
    given = store.save(replace(store.load(), embedding=chosen)).embedding
    assert given is not None and (given.query_prefix, given.passage_prefix) == ("search_query: ", "doc: ")
    assert SettingsFile(two[0]).load().embedding == chosen


def test_what_is_of_the_machine_is_set_for_all(two):
    acme, zoe = two
    SettingsFile(acme).save(replace(SettingsFile(acme).load(), may_download=False))
    assert not settings.load_settings(zoe).may_download and not settings.load_settings().may_download
    told = json.loads((acme / "workspace.settings.json").read_text())
    assert set(told) == settings.OF_WORKSPACE
    assert settings.load_settings().destinations == () and settings.load_settings().own_folder is None


def test_an_older_workspace_goes_on_with_the_users(home, tmp_path):
    chosen = settings.Settings(month_budget_usd=Decimal(5))
    settings.save_settings(chosen)
    assert settings.load_settings(tmp_path / "old") == chosen
    SettingsFile(tmp_path / "old").save(
        replace(SettingsFile(tmp_path / "old").load(), budget=BudgetPreference(None, Decimal(7)))
    )
    assert settings.load_settings().month_budget_usd == Decimal(7)


def test_destinations_with_their_keys_are_a_clients_own_and_go_with_it(two, monkeypatch, capsys):
    acme, zoe = two
    monkeypatch.setattr(sys, "stdin", io.StringIO("acme-secret\n"))
    assert (
        main(
            [
                "destinations",
                "add",
                "hook",
                "--webhook",
                "https://acme.example",
                "--secret-stdin",
                "--workspace",
                "acme",
            ]
        )
        == 0
    )
    capsys.readouterr()
    for workspace, names in ((str(acme), ["hook"]), (str(zoe), []), (None, [])):
        place = ["--workspace", workspace] if workspace else []
        assert main(["destinations", "list", "--json", *place]) == 0
        listed = json.loads(capsys.readouterr().out)
        assert [each["name"] for each in listed] == names and all(each["has_secret"] for each in listed)
    own_id = settings.load_settings(acme).own_id
    assert secrets.read_key("destination hook", own_id).get_secret_value() == "acme-secret"
    assert main(["workspaces", "delete", "Acme", "--yes", "Acme"]) == 0
    assert key_file.read(f"{own_id} destination hook") == ""


def test_styles_are_published_into_the_library_of_a_workspace(two, tmp_path, capsys):
    acme, zoe = two
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "style.toml").write_text('name = "acme-look"\ntitle = "Acme"\n')
    assert main(["styles", "publish", str(tmp_path / "draft"), "--workspace", "Acme"]) == 0
    assert (acme / "library" / "acme-look" / "1").is_dir()
    capsys.readouterr()
    for workspace, has_it in ((str(acme), True), (str(zoe), False)):
        assert main(["styles", "list", "--json", "--workspace", workspace]) == 0
        assert ("acme-look" in capsys.readouterr().out) == has_it
    assert settings.configuration(settings.load_settings(acme)).styles_folder == acme / "library"


def test_what_was_typed_for_one_client_is_not_offered_for_another(two, tmp_path):
    acme, zoe = two
    of_user = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    memory = memory_of(acme, of_user)
    memory.setValue("run_options", RunOptions(vocabulary="Acme Rocket").model_dump_json())
    memory.setValue("export_folder", "/clients/acme")
    memory.setValue("theme", "dark")
    memory.setValue("layouts4", "{}")
    memory.sync()
    other = memory_of(zoe, of_user)
    assert other.value("run_options", "") == "" and not other.contains("export_folder")
    assert (
        other.value("theme") == "dark" and other.contains("layouts4") and other.value("loop", False, bool) is False
    )
    assert "Acme" not in (tmp_path / "window.ini").read_text()
    again = memory_of(acme, of_user)
    assert "Rocket" in str(again.value("run_options"))
    again.remove("run_options")
    assert not memory_of(acme, of_user).contains("run_options")
    assert memory_of(tmp_path / "older", of_user) is of_user


def test_the_log_of_one_is_not_in_that_of_another(two, home):
    acme, zoe = two
    root = logging.getLogger()
    before = list(root.handlers)
    try:
        logs.log_apart(acme)
        assert root.handlers == before, "who logs nothing begins with nothing"
        logs.start_logging()
        for folder in (acme, zoe, acme):
            logs.log_apart(folder)
            logging.getLogger("shortlist.test").warning("of %s", folder.name)
        logs.log_apart(home / "older")
        logging.getLogger("shortlist.test").warning("of nobody")
    finally:
        for handler in [each for each in root.handlers if each not in before]:
            root.removeHandler(handler)
            handler.close()
    ids = [settings.load_settings(folder).own_id for folder in two]
    texts = [(home / "logs" / f"shortlist{name}.log").read_text() for name in (f"-{ids[0]}", f"-{ids[1]}", "")]
    assert texts[0].count("of Acme") == 2 and texts[1].count("of Zoë") == 1 and texts[2].count("of nobody") == 1
    assert "Zoë" not in texts[0] and "Acme" not in texts[1] + texts[2] and "nobody" not in texts[0] + texts[1]


def test_a_window_is_found_by_the_name_of_its_workspace(two):
    acme, _zoe = two
    assert single.address("acme") == single.address(str(acme)) != single.address("nobody")
