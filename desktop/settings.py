"""The user's settings: a field with a default each, in one JSON file."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from core.errors import ClusterError, WorkspaceError
from core.pipeline.stage import LANES
from core.project import Configuration
from core.schema.destination import Destination
from core.schema.download import FetchLimits
from core.schema.endpoint import Endpoint
from core.schema.speech import TRANSCRIBER_ORDER, Device, SpeechWishes, TranscriberName
from core.shelf import Place
from desktop import paths, secrets, workspaces


class EndpointSettings(BaseModel):
    """An OpenAI-compatible endpoint; unused while `base_url` or `model` is empty. The key is kept apart.

    An answer is waited for `timeout_seconds`; `parallel` questions are asked at once, 0 for what suits it.
    """

    model_config = ConfigDict(extra="ignore")

    base_url: str = ""
    model: str = ""
    timeout_seconds: float = 120.0
    parallel: int = Field(default=0, ge=0)


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
    `allows_private_addresses`.
    """

    model_config = ConfigDict(extra="ignore")

    is_set_up: bool = False
    workspace: str = ""
    language_model: EndpointSettings = EndpointSettings()
    speech: EndpointSettings = EndpointSettings()
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
    most_download_bytes: int = Field(default=50_000_000_000, gt=0)


def load_settings() -> Settings:
    """Return the settings, defaults where there are none.

    Raises:
        WorkspaceError: The file is there but is no valid settings file.
    """
    file = paths.settings_file()
    try:
        return Settings.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (OSError, ValidationError) as error:
        raise WorkspaceError(
            "The settings file can't be read.", str(file), remedy="Mend it, or delete it to start from defaults."
        ) from error


def save_settings(settings: Settings) -> None:
    """Write the settings, whole or not at all."""
    file = paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".part")
    partial.write_text(settings.model_dump_json(indent=2), encoding="utf-8")
    partial.replace(file)


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
        styles_folder=paths.styles_folder(),
        language=_endpoint(settings.language_model, "language"),
        speech=_endpoint(settings.speech, "speech"),
        may_download=settings.may_download,
        widths={lane: settings.widths[lane] for lane in LANES if settings.widths.get(lane, 0) > 0},
        time_limit_seconds=max(0.0, settings.time_limit_seconds),
        keeps_free_bytes=max(0, settings.keeps_free_bytes),
        prefers_hardware=settings.prefers_hardware,
        scheduler=settings.scheduler if is_cluster else "",
        path_map=tuple(settings.path_map) if is_cluster else (),
        run_budget_usd=settings.run_budget_usd,
        month_budget_usd=settings.month_budget_usd,
        destinations=tuple(map(with_key, settings.destinations)),
        fetch_limits=FetchLimits(
            most_bytes=settings.most_download_bytes,
            keeps_free_bytes=max(0, settings.keeps_free_bytes),
            allows_private=settings.allows_private_addresses,
        ),
    )


def key_name(destination: str) -> str:
    """Return the name under which the key of a destination is kept."""
    return f"destination {destination}"


def with_key(destination: Destination) -> Destination:
    """Return a destination with its key; of a storage without one, that of the environment of all S3 tools."""
    if destination.kind == "folder":
        return destination
    secret = secrets.read_key(key_name(destination.name))
    access_key = destination.access_key
    if destination.kind == "s3" and not access_key and not secret.get_secret_value():
        access_key = os.environ.get("AWS_ACCESS_KEY_ID", "")
        secret = SecretStr(os.environ.get("AWS_SECRET_ACCESS_KEY", ""))
    return destination.model_copy(update={"access_key": access_key, "secret": secret})


def workspace(settings: Settings, given: str | None = None) -> Path:
    """Return the workspace to open: the one named (by its folder or its name), else the one set, else the default.

    Raises:
        WorkspaceError: Several are called so.
    """
    if given:
        return workspaces.folder_of(given)
    return Path(settings.workspace).expanduser().absolute() if settings.workspace else paths.default_workspace()


def weights_folder(settings: Settings) -> Path:
    """Return where models lie: the folder that is set, else the usual one."""
    return Path(settings.weights_folder).expanduser() if settings.weights_folder else paths.weights_folder()


def mirror(settings: Settings) -> str:
    """Return the address that models are fetched from in place of the known hosts, empty where none is set."""
    return settings.model_mirror or os.environ.get("HF_ENDPOINT", "")


def place(settings: Settings) -> Place:
    """Return where models lie and how they may be had."""
    return Place(weights_folder(settings), bool(settings.weights_folder), mirror(settings), settings.is_offline)


def _endpoint(chosen: EndpointSettings, name: str) -> Endpoint | None:
    if not (chosen.base_url and chosen.model):
        return None
    return Endpoint(
        base_url=chosen.base_url,
        model=chosen.model,
        api_key=secrets.read_key(name),
        timeout_seconds=chosen.timeout_seconds,
        parallel=chosen.parallel,
    )
