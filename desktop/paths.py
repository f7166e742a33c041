"""Where things are on this machine. `SHORTLIST_HOME` moves everything, `SHORTLIST_WEIGHTS` the model weights."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "Shortlist"


def home() -> Path:
    """Return the folder of everything that Shortlist keeps for this user."""
    given = os.environ.get("SHORTLIST_HOME")
    return Path(given).expanduser().absolute() if given else platformdirs.user_data_path(_NAME, appauthor=False)


def default_workspace() -> Path:
    """Return the workspace that is used when none is named."""
    return home() / "workspace"


def weights_folder() -> Path:
    """Return where model weights lie."""
    given = os.environ.get("SHORTLIST_WEIGHTS")
    return Path(given).expanduser().absolute() if given else home() / "weights"


def styles_folder() -> Path:
    """Return where the user's own style packages lie."""
    return home() / "styles"


def settings_file() -> Path:
    """Return the file of the user's settings."""
    given = os.environ.get("SHORTLIST_HOME")
    base = home() if given else platformdirs.user_config_path(_NAME, appauthor=False)
    return base / "settings.json"


def log_folder() -> Path:
    """Return where logs and crash reports lie."""
    given = os.environ.get("SHORTLIST_HOME")
    return home() / "logs" if given else platformdirs.user_log_path(_NAME, appauthor=False)
