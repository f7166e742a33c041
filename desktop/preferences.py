"""The window's preferences: in the settings file, keys in the keyring."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from core.errors import WorkspaceError
from core.pipeline.cluster.path_map import PathMap, parse_pair
from core.project import Configuration
from core.schema.destination import Destination, KeptDestination
from desktop import paths, secrets, settings
from ui.controllers.preferences import (
    BudgetPreference,
    EmbeddingPreference,
    EndpointPreference,
    Preferences,
    SpeechPreference,
    WorkPreference,
)

# Settings are read, changed and written whole, and the window keeps several at a time.
_CHANGING = threading.RLock()


class SettingsFile:
    """Keeps what the settings dialog edits, for the workspace in a folder where that has settings of its own."""

    def __init__(self, workspace: Path | None = None) -> None:
        self._workspace = workspace

    def load(self) -> Preferences:
        """Return what is set, without keys."""
        chosen = settings.load_settings(self._workspace)
        return Preferences(
            _preference(chosen.language_model),
            _preference(chosen.speech),
            chosen.may_download,
            WorkPreference(
                chosen.widths,
                chosen.time_limit_seconds,
                chosen.keeps_free_bytes,
                chosen.executor,
                chosen.scheduler,
                ", ".join(f"{ours}={theirs}" for ours, theirs in chosen.path_map),
                chosen.prefers_hardware,
            ),
            SpeechPreference(chosen.transcriber_order, chosen.allows_speech_endpoint, chosen.speech_device),
            BudgetPreference(chosen.run_budget_usd, chosen.month_budget_usd),
            EmbeddingPreference(
                chosen.embedding.base_url,
                chosen.embedding.model,
                timeout_seconds=chosen.embedding.timeout_seconds,
                query_prefix=chosen.embedding.query_prefix,
                passage_prefix=chosen.embedding.passage_prefix,
            ),
        )

    def save(self, preferences: Preferences) -> Configuration:
        """Write settings and keys, and return what the engine is given from now on.

        Raises:
            WorkspaceError: The file or the keyring can't be written.
            ClusterError: The folders of a cluster make no sense.
        """
        with _CHANGING:
            changed = self._changed(preferences)
            _write(changed)
        for name, setting, endpoint in (
            ("language", "language_model", preferences.language),
            ("speech", "speech", preferences.speech),
            ("embedding", "embedding", preferences.embedding),
        ):
            if endpoint.key is not None:
                _keep_key(name, endpoint.key, changed.keeper(setting))
        return settings.configuration(changed)

    def _changed(self, preferences: Preferences) -> settings.Settings:
        chosen = settings.load_settings(self._workspace)
        return chosen.model_copy(
            update={
                "language_model": _endpoint(chosen.language_model, preferences.language),
                "speech": _endpoint(chosen.speech, preferences.speech),
                "embedding": _embedding(chosen.embedding, preferences.embedding),
                "may_download": preferences.may_download,
                "transcriber_order": preferences.transcribing.order,
                "allows_speech_endpoint": preferences.transcribing.allows_endpoint,
                "speech_device": preferences.transcribing.device,
                "run_budget_usd": preferences.budget.run_usd,
                "month_budget_usd": preferences.budget.month_usd,
                **_work(preferences.work),
            }
        )

    def save_width(self, lane: str, width: int) -> None:
        """Write how wide a lane is, 0 for automatic.

        Raises:
            WorkspaceError: The file can't be written.
        """
        with _CHANGING:
            chosen = settings.load_settings(self._workspace)
            widths = {name: kept for name, kept in {**chosen.widths, lane: width}.items() if kept}
            _write(chosen.model_copy(update={"widths": widths}))

    def destinations(self) -> tuple[KeptDestination, ...]:
        """Return all destinations, and where their keys come from."""
        chosen = settings.load_settings(self._workspace)
        return tuple(_kept(each, chosen.keeper("destinations")) for each in chosen.destinations)

    def with_key(self, destination: Destination) -> Destination:
        """Return a destination with the key that is kept for it."""
        return settings.with_key(destination, settings.load_settings(self._workspace).keeper("destinations"))

    def keep_destination(self, destination: Destination, key: str | None) -> Configuration:
        """Add a destination, or change the one of that name in its place; a `key` of None stays as it is.

        Raises:
            WorkspaceError: The file or the key can't be written.
        """
        if key:
            own_id = settings.load_settings(self._workspace).keeper("destinations")
            secrets.keep_key(settings.key_name(destination.name), key, own_id)
        with _CHANGING:
            chosen = settings.load_settings(self._workspace)
            named = {**{each.name: each for each in chosen.destinations}, destination.name: destination}
            changed = chosen.model_copy(update={"destinations": tuple(named.values())})
            _write(changed)
        return settings.configuration(changed)

    def forget_destination(self, name: str) -> Configuration:
        """Forget a destination and its key.

        Raises:
            WorkspaceError: The file or that of keys can't be written.
        """
        with _CHANGING:
            chosen = settings.load_settings(self._workspace)
            left = tuple(each for each in chosen.destinations if each.name != name)
            changed = chosen.model_copy(update={"destinations": left})
            _write(changed)
        secrets.forget_key(settings.key_name(name), changed.keeper("destinations"))
        return settings.configuration(changed)


def keep(**changes: Any) -> None:
    """Write some of the settings by their names, and leave the others as they are.

    Raises:
        WorkspaceError: The file can't be written.
    """
    with _CHANGING:
        _write(settings.load_settings().model_copy(update=changes))


def _kept(destination: Destination, own_id: str) -> KeptDestination:
    if destination.kind == "folder":
        return KeptDestination(destination=destination)
    place = secrets.place_of(settings.key_name(destination.name), own_id)
    if not place and not destination.access_key:
        # As all tools of such storages have it.
        place = "environment" if settings.with_key(destination, own_id).secret.get_secret_value() else ""
    return KeptDestination(destination=destination, key_place=place)


def _work(wanted: WorkPreference) -> dict[str, Any]:
    pairs = [parse_pair(pair.strip()) for pair in wanted.path_map.split(",") if pair.strip()]
    PathMap(tuple(pairs))
    return {
        "widths": dict(wanted.widths),
        "time_limit_seconds": wanted.time_limit_seconds,
        "keeps_free_bytes": wanted.keeps_free_bytes,
        "executor": wanted.executor,
        "scheduler": wanted.scheduler,
        "path_map": pairs,
        "prefers_hardware": wanted.prefers_hardware,
    }


def _write(changed: settings.Settings) -> None:
    try:
        settings.save_settings(changed)
    except OSError as error:
        raise WorkspaceError(
            f"The settings can't be written ({error.strerror}).", str(paths.settings_file())
        ) from error


def _endpoint(old: settings.EndpointSettings, wanted: EndpointPreference) -> settings.EndpointSettings:
    return old.model_copy(update=_changes(wanted))


def _changes(wanted: EndpointPreference) -> dict[str, object]:
    return {
        "base_url": wanted.base_url,
        "model": wanted.model,
        "timeout_seconds": wanted.timeout_seconds,
    }


def _embedding(old: settings.EmbeddingSettings, wanted: EmbeddingPreference) -> settings.EmbeddingSettings:
    prefixes = {"query_prefix": wanted.query_prefix, "passage_prefix": wanted.passage_prefix}
    return old.model_copy(update={**_changes(wanted), **prefixes})


def _preference(chosen: settings.EndpointSettings) -> EndpointPreference:
    return EndpointPreference(chosen.base_url, chosen.model, timeout_seconds=chosen.timeout_seconds)


def _keep_key(name: str, key: str, own_id: str) -> None:
    from keyring.errors import KeyringError

    try:
        secrets.write_key(name, key, own_id)
    except KeyringError as error:
        raise WorkspaceError(
            "This system has no keyring to keep the key in; everything else was saved.",
            remedy=f"Set the environment variable SHORTLIST_{name.upper()}_KEY before you start Shortlist.",
        ) from error
