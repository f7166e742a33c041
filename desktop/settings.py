"""The user's settings: a field with a default each, in one JSON file."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from core.errors import ClusterError, WorkspaceError
from core.llm.prefixes import prefixes_of
from core.pipeline.stage import LANES
from core.project import Configuration
from core.schema.destination import Destination
from core.schema.download import FetchLimits
from core.schema.endpoint import MOST_PREFIX, EmbeddingEndpoint, Endpoint, Prefixes
from core.schema.speech import TRANSCRIBER_ORDER, Device, SpeechWishes, TranscriberName
from core.shelf import Place
from core.spaces.anatomy import LIBRARY, SETTINGS
from core.spaces.card import read_card
from core.whole_file import write_whole
from desktop import paths, secrets, space_list

# Where other programs of this machine ask, unless the user chose another port.
API_PORT = 8791


class EndpointSettings(BaseModel):
    """An OpenAI-compatible endpoint; unused while `base_url` or `model` is empty. The key is kept apart.

    An answer is waited for `timeout_seconds`; `parallel` questions are asked at once, 0 for what suits it.
    """

    model_config = ConfigDict(extra="ignore")

    base_url: str = ""
    model: str = ""
    timeout_seconds: float = 120.0
    parallel: int = Field(default=0, ge=0)


class EmbeddingSettings(EndpointSettings):
    """An endpoint of embeddings, and what goes before questions and passages: null for what the model wants."""

    query_prefix: str | None = Field(default=None, max_length=MOST_PREFIX)
    passage_prefix: str | None = Field(default=None, max_length=MOST_PREFIX)


class Settings(BaseModel):
    """What the user chose. Unknown fields of an older or newer version are left out.

    `is_set_up` tells that the first steps were taken or skipped.
    `widths` holds the lanes that are not as wide as suits the machine; a time limit of 0 goes by the job's
    length. With `prefers_hardware` files are encoded by graphics hardware that works. With the executor "dask",
    clips are made by the workers of the `scheduler`; `path_map` pairs folders as (this machine names them, the
    workers do). Models lie in the `weights_folder`, empty for the usual one; a `model_mirror` is asked in place
    of the hosts that are known, and nothing is ever downloaded when it `is_offline`. Transcribers are tried in
    the `transcriber_order`. Language models may cost `run_budget_usd` a run and `month_budget_usd` a month of the
    calendar, in US dollars; null is no limit. Finished clips may be published to the `destinations`, whose keys
    are kept apart. A download has `most_download_bytes` at most, and comes from this network only where it
    `allows_private_addresses`. While the `api_is_on` the window answers other programs of this machine at the
    `api_port`. With `looks_for_updates` the `update_address` is asked once a day for a new version.

    Those in `own`, of `OF_WORKSPACE`, belong to the workspace in the folder `place`, and their keys to its id
    `place_id`; the others are the user's. Of a workspace that has its own styles and token of the API,
    `own_folder` and `own_id` are the same folder and id, else empty. None of these is a part of any file.
    """

    model_config = ConfigDict(extra="ignore")

    is_set_up: bool = False
    workspace: str = ""
    language_model: EndpointSettings = EndpointSettings()
    speech: EndpointSettings = EndpointSettings()
    embedding: EmbeddingSettings = EmbeddingSettings()
    may_download: bool = True
    weights_folder: str = ""
    model_mirror: str = ""
    is_offline: bool = False
    transcriber_order: tuple[TranscriberName, ...] = TRANSCRIBER_ORDER
    allows_speech_endpoint: bool = False
    speech_device: Device = ""
    widths: dict[str, int] = {}
    time_limit_seconds: float = 0.0
    keeps_free_bytes: int = 1_000_000_000
    prefers_hardware: bool = False
    executor: Literal["local", "dask"] = "local"
    scheduler: str = ""
    path_map: list[tuple[str, str]] = []
    run_budget_usd: Decimal | None = Field(default=None, ge=0)
    month_budget_usd: Decimal | None = Field(default=None, ge=0)
    destinations: tuple[Destination, ...] = ()
    allows_private_addresses: bool = False
    looks_for_updates: bool = False
    update_address: str = ""
    most_download_bytes: int = Field(default=50_000_000_000, gt=0)
    api_is_on: bool = False
    api_port: int = Field(default=API_PORT, ge=1, le=65535)
    own_folder: Path | None = Field(default=None, exclude=True)
    own_id: str = Field(default="", exclude=True)
    own: frozenset[str] = Field(default=frozenset(), exclude=True)
    place: Path | None = Field(default=None, exclude=True)
    place_id: str = Field(default="", exclude=True)

    def keeper(self, name: str) -> str:
        """Return the id under which keys of a setting are kept: its workspace's, empty for the user."""
        return self.place_id if name in self.own else ""


class _OwnFile(Settings):
    """What a workspace's file of settings holds; those in `common` are the user's, null for what its card says."""

    # Few workspaces have one, and its reader takes longer than all that is loaded with it.
    model_config = ConfigDict(defer_build=True)

    common: frozenset[str] | None = None


# What a client pays for, publishes to and is asked with. Everything else is about this machine and its user.
OF_WORKSPACE = frozenset(
    {
        *("language_model", "speech", "embedding", "allows_speech_endpoint", "run_budget_usd", "month_budget_usd"),
        "destinations",
    }
)


_NOWHERE: dict[str, object] = {"own_folder": None, "own_id": "", "own": frozenset(), "place": None, "place_id": ""}
_Kind = TypeVar("_Kind", bound=Settings)


def load_settings(workspace: Path | None = None) -> Settings:
    """Return the settings, defaults where there are none; those of a workspace where it has its own.

    Raises:
        WorkspaceError: A file is there but is no valid settings file.
    """
    of_user = _read(paths.settings_file(), Settings)
    card = read_card(workspace) if workspace is not None else None
    if workspace is None or card is None:
        return of_user
    file = _read(workspace / SETTINGS, _OwnFile)
    usual = OF_WORKSPACE if card.is_of_user else frozenset()
    own = OF_WORKSPACE - (usual if file.common is None else file.common)
    place = {"place": workspace, "place_id": card.id, "own": own}
    if not card.is_of_user:
        place |= {"own_folder": workspace, "own_id": card.id}
    return of_user.model_copy(update={**{name: getattr(file, name) for name in own}, **place})


def in_use(given: str | None = None) -> Settings:
    """Return the settings as they hold in the workspace that is named, or else the one that is set.

    Raises:
        WorkspaceError: A file is there but is no valid settings file.
    """
    return load_settings(workspace(load_settings(), given))


def save_settings(settings: Settings) -> None:
    """Write the settings, whole or not at all: what is a workspace's own into its folder."""
    if settings.place is not None and (
        settings.own or settings.own_folder or (settings.place / SETTINGS).exists()
    ):
        _write(settings.place / SETTINGS, _own_json(settings))
    of_user = _read(paths.settings_file(), Settings)
    update = {name: getattr(settings, name) for name in Settings.model_fields if name not in settings.own}
    changed = of_user.model_copy(update={**update, **_NOWHERE})
    if changed != of_user or settings.place is None:
        _write(paths.settings_file(), changed.model_dump_json(indent=2))


def _own_json(settings: Settings) -> str:
    """Return what is written into the workspace's folder: its own settings, and which are common where any is."""
    told = json.loads(settings.model_dump_json(include=set(settings.own)))
    common = sorted(OF_WORKSPACE - settings.own)
    return json.dumps({**told, **({"common": common} if common else {})}, indent=2, ensure_ascii=False)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, text)


def _read(file: Path, kind: type[_Kind]) -> _Kind:
    try:
        told = kind.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return kind()
    except (OSError, ValidationError) as error:
        raise WorkspaceError(
            "The settings file can't be read.", str(file), remedy="Mend it, or delete it to start from defaults."
        ) from error
    return told.model_copy(update=_NOWHERE)


def configuration(settings: Settings) -> Configuration:
    """Return what the engine is given.

    Raises:
        ClusterError: Work is to go to a cluster, but none is named.
    """
    is_cluster = settings.executor == "dask"
    if is_cluster and not settings.scheduler:
        raise ClusterError("Clips are to be made by Dask, but no scheduler is named.", remedy="Name its address.")
    return Configuration(
        weights_folder=weights_folder(settings),
        has_custom_weights=bool(settings.weights_folder),
        model_mirror=mirror(settings),
        is_offline=settings.is_offline,
        speech_wishes=SpeechWishes(
            order=settings.transcriber_order,
            allows_endpoint=settings.allows_speech_endpoint,
            device=settings.speech_device,
        ),
        styles_folder=styles_folder(settings),
        language=_endpoint(settings.language_model, "language", settings.keeper("language_model")),
        speech=_endpoint(settings.speech, "speech", settings.keeper("speech")),
        embedding=_embedding(settings.embedding, settings.keeper("embedding")),
        may_download=settings.may_download,
        widths={lane: settings.widths[lane] for lane in LANES if settings.widths.get(lane, 0) > 0},
        time_limit_seconds=max(0.0, settings.time_limit_seconds),
        keeps_free_bytes=max(0, settings.keeps_free_bytes),
        prefers_hardware=settings.prefers_hardware,
        scheduler=settings.scheduler if is_cluster else "",
        path_map=tuple(settings.path_map) if is_cluster else (),
        run_budget_usd=settings.run_budget_usd,
        month_budget_usd=settings.month_budget_usd,
        destinations=tuple(with_key(each, settings.keeper("destinations")) for each in settings.destinations),
        fetch_limits=FetchLimits(
            most_bytes=settings.most_download_bytes,
            keeps_free_bytes=max(0, settings.keeps_free_bytes),
            allows_private=settings.allows_private_addresses,
        ),
    )


def key_name(destination: str) -> str:
    """Return the name under which the key of a destination is kept."""
    return f"destination {destination}"


def key_names(settings: Settings) -> list[str]:
    """Return the names of all keys that may be kept for these settings."""
    return ["language", "speech", "embedding", *(key_name(each.name) for each in settings.destinations)]


def with_key(destination: Destination, own_id: str = "") -> Destination:
    """Return a destination with its key; of a storage without one, that of the environment of all S3 tools.

    `own_id` is that of the workspace where it has keys of its own.
    """
    if destination.kind == "folder":
        return destination
    secret = secrets.read_key(key_name(destination.name), own_id)
    access_key = destination.access_key
    if destination.kind == "s3" and not access_key and not secret.get_secret_value():
        access_key = os.environ.get("AWS_ACCESS_KEY_ID", "")
        secret = SecretStr(os.environ.get("AWS_SECRET_ACCESS_KEY", ""))
    return destination.model_copy(update={"access_key": access_key, "secret": secret})


def workspace(settings: Settings, given: str | None = None) -> Path:
    """Return the workspace to open: the one named (by its folder or its name), else the one set, else the default.

    One that was being moved when that was cut off is found where it is whole.

    Raises:
        WorkspaceError: Several are called so.
    """
    if given:
        return space_list.whereabouts(space_list.folder_of(given))
    usual = Path(settings.workspace).expanduser().absolute() if settings.workspace else paths.default_workspace()
    return space_list.whereabouts(usual)


def styles_folder(settings: Settings) -> Path:
    """Return where style packages are published: the workspace's own library, or the user's."""
    return settings.own_folder / LIBRARY if settings.own_folder else paths.styles_folder()


def weights_folder(settings: Settings) -> Path:
    """Return where models lie: the folder that is set, else the usual one."""
    return Path(settings.weights_folder).expanduser() if settings.weights_folder else paths.weights_folder()


def mirror(settings: Settings) -> str:
    """Return the address that models are fetched from in place of the known hosts, empty where none is set."""
    return settings.model_mirror or os.environ.get("HF_ENDPOINT", "")


def place(settings: Settings) -> Place:
    """Return where models lie and how they may be had."""
    return Place(weights_folder(settings), bool(settings.weights_folder), mirror(settings), settings.is_offline)


def _endpoint(chosen: EndpointSettings, name: str, own_id: str) -> Endpoint | None:
    if not (chosen.base_url and chosen.model):
        return None
    return Endpoint(
        base_url=chosen.base_url,
        model=chosen.model,
        api_key=secrets.read_key(name, own_id),
        timeout_seconds=chosen.timeout_seconds,
        parallel=chosen.parallel,
    )


def _embedding(chosen: EmbeddingSettings, own_id: str) -> EmbeddingEndpoint | None:
    endpoint = _endpoint(chosen, "embedding", own_id)
    if endpoint is None:
        return None
    before = prefixes(chosen)
    return EmbeddingEndpoint(**endpoint.model_dump(), query_prefix=before.query, passage_prefix=before.passage)


def prefixes(chosen: EmbeddingSettings) -> Prefixes:
    """Return what goes before questions and passages: what was set, else what the model is known to want."""
    known = prefixes_of(chosen.model)
    return Prefixes(
        query=known.query if chosen.query_prefix is None else chosen.query_prefix,
        passage=known.passage if chosen.passage_prefix is None else chosen.passage_prefix,
    )
