"""Fine-tuning as OpenAI's API does it: a file, a job, its events (`/files`, `/fine_tuning/jobs`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from core.errors import ProviderError
from core.llm.refusing import is_passing, what_it_said
from core.llm.replies import hide, without_credentials
from core.llm.tuner import NoSuchJobError, TuningWish
from core.schema.endpoint import Endpoint
from core.schema.tuning import TuningState, TuningStatus

if TYPE_CHECKING:
    import openai

# "paused" and what other servers may say count as waiting: nothing is over yet.
_STATES: dict[str, TuningState] = {
    "running": "training",
    "succeeded": "succeeded",
    "failed": "failed",
    "cancelled": "cancelled",
}
_NO_TUNING = "This endpoint has no fine-tuning"
_OTHER_ENDPOINT = (
    "Export the examples instead, or set an endpoint that has it in Settings › Providers (OpenAI's has)."
)
_LOOKED_THROUGH = 50


class OpenAITuning:
    """Asks through the `openai` client, which does not retry here: the caller does."""

    name = "openai"

    def upload(self, endpoint: Endpoint, name: str, content: bytes) -> str:
        """Hand over a file. See `Tuner`."""
        with _asking(endpoint) as client:
            return _text(client.files.create(file=(name, content), purpose="fine-tune"), "id", needed=True)

    def start(self, endpoint: Endpoint, wish: TuningWish) -> TuningStatus:
        """Ask for a job. See `Tuner`."""
        more: dict[str, Any] = {"validation_file": wish.validation_file} if wish.validation_file else {}
        if wish.suffix:
            more["suffix"] = wish.suffix
        with _asking(endpoint) as client:
            return _status(
                client.fine_tuning.jobs.create(model=wish.base_model, training_file=wish.training_file, **more)
            )

    def find(self, endpoint: Endpoint, training_file: str) -> TuningStatus | None:
        """Look through the newest jobs. See `Tuner`."""
        with _asking(endpoint) as client:
            found = client.fine_tuning.jobs.list(limit=_LOOKED_THROUGH).data or []
        return next((_status(job) for job in found if _text(job, "training_file") == training_file), None)

    def status(self, endpoint: Endpoint, remote_id: str) -> TuningStatus:
        """Look at a job. See `Tuner`."""
        with _asking(endpoint, remote_id) as client:
            return _status(client.fine_tuning.jobs.retrieve(remote_id))

    def told(self, endpoint: Endpoint, remote_id: str) -> str:
        """Return the newest event. See `Tuner`."""
        with _asking(endpoint, remote_id) as client:
            events = client.fine_tuning.jobs.list_events(remote_id, limit=1).data or []
        return hide(_text(events[0], "message"), endpoint.api_key.get_secret_value()) if events else ""

    def cancel(self, endpoint: Endpoint, remote_id: str) -> TuningStatus:
        """Stop a job. See `Tuner`."""
        with _asking(endpoint, remote_id) as client:
            return _status(client.fine_tuning.jobs.cancel(remote_id))


@contextmanager
def _asking(endpoint: Endpoint, remote_id: str = "") -> Iterator[openai.OpenAI]:
    """Give a client, and say in words what goes wrong with it. `remote_id` is the job that is asked about."""
    import openai

    key, address = endpoint.api_key.get_secret_value(), without_credentials(endpoint.base_url)
    try:
        with openai.OpenAI(
            base_url=endpoint.base_url, api_key=key or "none", timeout=endpoint.timeout_seconds, max_retries=0
        ) as client:
            yield client
    except openai.APITimeoutError as error:
        raise ProviderError(
            f"The endpoint {address} gave no answer within {endpoint.timeout_seconds:g} s.",
            is_passing=True,
        ) from error
    except openai.APIConnectionError as error:
        raise ProviderError(
            hide(f"The endpoint {address} can't be reached ({error.__cause__ or error}).", key),
            remedy="Check its address and the network.",
            is_passing=True,
        ) from error
    except openai.APIStatusError as error:
        raise _refusal(error, endpoint, remote_id) from error
    except (openai.OpenAIError, ValueError, TypeError, AttributeError) as error:
        raise _no_tuning(endpoint, f"answers with something else ({type(error).__name__})") from error


def _refusal(error: openai.APIStatusError, endpoint: Endpoint, remote_id: str) -> ProviderError:
    status, address = error.status_code, without_credentials(endpoint.base_url)
    said = hide(what_it_said(error), endpoint.api_key.get_secret_value())
    if status in (401, 403):
        return ProviderError(
            f"The endpoint {address} refuses the key ({status}: {said}).",
            remedy="Check the key in Settings › Providers, and whether it may fine-tune.",
        )
    if status in (404, 405, 501):
        if remote_id and _names_a_job(error):
            return NoSuchJobError(f"The endpoint {address} does not know the job {remote_id}.")
        return _no_tuning(endpoint, f"answers {status}")
    return ProviderError(
        f"The endpoint {address} answered {status}: {said}.",
        is_passing=is_passing(error),
    )


def _names_a_job(error: openai.APIStatusError) -> bool:
    """Whether a 404 is about a job rather than about a path that the server does not have."""
    body = error.body if isinstance(error.body, dict) else {}
    told = f"{body.get('code')} {body.get('message')} {body.get('param')}".lower()
    return "fine_tune_not_found" in told or "fine_tuning_job" in told or "fine-tune" in told or "job" in told


def _no_tuning(endpoint: Endpoint, why: str) -> ProviderError:
    return ProviderError(f"{_NO_TUNING}: {without_credentials(endpoint.base_url)} {why}.", remedy=_OTHER_ENDPOINT)


def _status(job: Any) -> TuningStatus:
    """Read a job; servers that imitate the protocol leave parts out."""
    failed = getattr(job, "error", None)
    trained = getattr(job, "trained_tokens", 0)
    return TuningStatus(
        remote_id=_text(job, "id", needed=True),
        state=_STATES.get(_text(job, "status"), "waiting"),
        base_model=_text(job, "model"),
        made_model=_text(job, "fine_tuned_model"),
        trained_tokens=trained if isinstance(trained, int) else 0,
        error=_text(failed, "message") if failed is not None else "",
        training_file=_text(job, "training_file"),
    )


def _text(found: Any, name: str, needed: bool = False) -> str:
    text = getattr(found, name, None)
    if needed and not (isinstance(text, str) and text):
        raise ValueError(f"there is no {name}")
    return text if isinstance(text, str) else ""
