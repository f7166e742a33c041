"""All commands, in the order in which help lists them."""

from __future__ import annotations

from desktop.command import Command
from desktop.commands import (
    caption_frame,
    costs,
    doctor,
    export,
    finetune,
    frame,
    insights,
    learn,
    log,
    models,
    plan,
    render,
    resume,
    run,
    runs,
    search,
    show,
    storage,
    styles,
    texts,
    transcript,
    translate,
)

COMMANDS: tuple[Command, ...] = (
    run.COMMAND,
    resume.COMMAND,
    plan.COMMAND,
    frame.COMMAND,
    render.COMMAND,
    caption_frame.COMMAND,
    runs.COMMAND,
    show.COMMAND,
    log.COMMAND,
    search.COMMAND,
    transcript.COMMAND,
    translate.COMMAND,
    insights.COMMAND,
    texts.COMMAND,
    export.COMMAND,
    learn.COMMAND,
    styles.COMMAND,
    storage.COMMAND,
    costs.COMMAND,
    finetune.COMMAND,
    models.COMMAND,
    doctor.COMMAND,
)
