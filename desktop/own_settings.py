"""Settings that a workspace has of its own, one by one: shown, set, and given back to the user's.

A workspace that was made before there were several goes on with the user's; one that is set here is its own from
then on. Keys follow their setting and are never told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from core.errors import WorkspaceError
from core.schema.endpoint import shown_prefix, typed_prefix, without_credentials
from core.spaces.anatomy import SETTINGS
from core.spaces.card import own_card
from desktop import secrets, settings
from desktop.settings import OF_WORKSPACE, EndpointSettings, Settings

ENDPOINTS = {"language": "language_model", "speech": "speech", "embedding": "embedding"}
"""The names of keys, and the settings whose endpoints they are for."""

SHORTEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 5, 3600
_NOTHING = "none"
_PREFIXES = ("query_prefix", "passage_prefix")


def values_of(chosen: Settings) -> dict[str, str]:
    """Return every setting that can be a workspace's own as it is typed, without anything secret."""
    told: dict[str, str] = {}
    for name, value in chosen.model_dump(include=set(OF_WORKSPACE), mode="json").items():
        if name == "destinations":
            told[name] = ", ".join(each.name for each in chosen.destinations)
        elif isinstance(value, dict):
            told |= {f"{name}.{field}": _line(field, each) for field, each in value.items()}
        else:
            told[name] = _line(name, value)
    return dict(sorted(told.items()))


def change(folder: Path, given: Mapping[str, str]) -> Settings:
    """Set settings of a workspace by their names, as `values_of` names them; they are its own from now on.

    Raises:
        WorkspaceError: There is no such setting, or a value can't be meant, or it can't be kept.
    """
    chosen = _placed(folder)
    told: dict[str, Any] = chosen.model_dump(include=set(OF_WORKSPACE))
    for name, text in given.items():
        setting, _, field = name.partition(".")
        _refuse_unknown(name, setting, field)
        value = _value(field or setting, text)
        if field:
            told[setting][field] = value
        else:
            told[setting] = value
    try:
        made = Settings.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        raise WorkspaceError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.") from error
    names = {name.partition(".")[0] for name in given}
    _refuse_half(made, names)
    return _keep(chosen, {name: getattr(made, name) for name in names}, chosen.own | names)


def make_own(folder: Path, names: Iterable[str]) -> Settings:
    """Give a workspace settings of its own, as they are now; keys stay where they are and have to be set.

    Raises:
        WorkspaceError: There is no such setting, or it can't be kept.
    """
    chosen = _placed(folder)
    return _keep(chosen, {}, chosen.own | _known(names))


def give_back(folder: Path, names: Iterable[str]) -> Settings:
    """Let settings of a workspace be the user's again; the keys it had for them are forgotten.

    Raises:
        WorkspaceError: There is no such setting, or it can't be kept.
    """
    chosen, given = _placed(folder), _known(names)
    gone = chosen.own & given
    of_user = settings.load_settings()
    kept = _keep(chosen, {name: getattr(of_user, name) for name in gone}, chosen.own - given)
    for key in _keys(chosen, gone):
        secrets.forget_key(key, chosen.place_id)
    return kept


def keep_key(folder: Path, name: str, key: str) -> str:
    """Keep the key of an endpoint that is the workspace's own; return in a sentence where it is.

    Raises:
        WorkspaceError: The endpoint is the user's, or the key can't be kept.
    """
    chosen, setting = _placed(folder), ENDPOINTS[name]
    if setting not in chosen.own:
        raise WorkspaceError(
            f"“{setting}” of this workspace is the common one, and so is its key.",
            remedy=f"Set it first, or make it the workspace's own: --own {setting}",
        )
    if not key:
        secrets.forget_key(name, chosen.place_id)
        return "No key is kept for it any more."
    return secrets.keep_key(name, key, chosen.place_id)


def key_places(chosen: Settings) -> dict[str, str]:
    """Return where the key of each endpoint and destination comes from; empty where there is none."""
    own = {name: chosen.keeper(setting) for name, setting in ENDPOINTS.items()}
    kept = [each for each in chosen.destinations if each.kind != "folder"]
    own |= {settings.key_name(each.name): chosen.keeper("destinations") for each in kept}
    return {name: secrets.place_of(name, own_id) for name, own_id in own.items()}


def _placed(folder: Path) -> Settings:
    own_card(folder)
    return settings.load_settings(folder)


def _keep(chosen: Settings, changes: dict[str, Any], own: frozenset[str]) -> Settings:
    changed = chosen.model_copy(update={**changes, "own": own})
    try:
        settings.save_settings(changed)
    except OSError as error:
        raise WorkspaceError(
            f"The settings can't be written ({error.strerror}).", str(chosen.place or "") + f"/{SETTINGS}"
        ) from error
    return changed


def _keys(chosen: Settings, names: frozenset[str]) -> list[str]:
    """Return the names of the keys that a workspace may have for settings of its own."""
    keys = [key for key, setting in ENDPOINTS.items() if setting in names]
    if "destinations" in names:
        keys += [settings.key_name(each.name) for each in chosen.destinations if each.kind != "folder"]
    return keys


def _known(names: Iterable[str]) -> frozenset[str]:
    given = frozenset(names)
    for name in sorted(given - OF_WORKSPACE):
        raise WorkspaceError(
            f"There is no setting “{name}” that a workspace can have of its own.",
            remedy=f"Those are: {', '.join(sorted(OF_WORKSPACE))}.",
        )
    return given


def _refuse_unknown(name: str, setting: str, field: str) -> None:
    if setting == "destinations":
        raise WorkspaceError(
            "Destinations are added and removed by a command of their own.",
            remedy="main.py destinations add … --workspace NAME (--own destinations: no more the common ones).",
        )
    known = values_of(Settings())
    if name not in known:
        raise WorkspaceError(
            f"There is no setting “{name}” that a workspace can have of its own.",
            remedy=f"Those are: {', '.join(each for each in known if each != 'destinations')}.",
        )


def _refuse_half(made: Settings, names: set[str]) -> None:
    """Refuse endpoints that could never be asked, as the window does."""
    for name in sorted(names & set(ENDPOINTS.values())):
        endpoint: EndpointSettings = getattr(made, name)
        if endpoint.base_url and not endpoint.base_url.startswith(("http://", "https://")):
            raise WorkspaceError(f"{name}.base_url: its address must start with http:// or https://.")
        if bool(endpoint.base_url) != bool(endpoint.model):
            raise WorkspaceError(f"{name}: it needs both an address (base_url) and a model, or neither.")
        if not SHORTEST_WAIT_SECONDS <= endpoint.timeout_seconds <= LONGEST_WAIT_SECONDS:
            raise WorkspaceError(
                f"{name}.timeout_seconds: between {SHORTEST_WAIT_SECONDS} and {LONGEST_WAIT_SECONDS} seconds."
            )


def _value(field: str, text: str) -> str | None:
    if field in _PREFIXES:
        return None if text == "model" else typed_prefix(text)
    text = text.strip()
    if field in ("run_budget_usd", "month_budget_usd"):
        return None if text in ("", _NOTHING) else text.removeprefix("$")
    return text.rstrip("/") if field == "base_url" else text


def _line(field: str, value: object) -> str:
    if field in _PREFIXES:
        return "model" if value is None else shown_prefix(str(value))
    if field == "base_url":
        return without_credentials(str(value))
    if value is None:
        return _NOTHING
    return str(value).lower() if isinstance(value, bool) else str(value)
