"""What goes out when a run fails or is refused: one message to a webhook, in bounded time, with no secret in it."""

# No postponed annotations here: Dagster reads those of its functions.

import json
import os
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dagster import HookContext, failure_hook

from ingest.redaction import redacted

WEBHOOK_VARIABLE = "TIP_WEBHOOK_URL"
_SECONDS = 5.0
_MOST_REASONS = 5
_LONGEST_REASON = 600


@dataclass(frozen=True, slots=True)
class Alert:
    """A message: what happened, where, why (a sentence each), and the next command."""

    what: str
    where: str
    why: tuple[str, ...]
    next: str
    run_id: str

    def body(self) -> dict[str, Any]:
        """As JSON. `text` says all of it, which is the field that chat services show."""
        why = "\n".join(f"• {reason}" for reason in self.why)
        return {"text": f"{self.what}\nWhere: {self.where}\nWhy:\n{why}\nNext: {self.next}"} | asdict(self)


def alert_of(run_id: str, step: str, home: str, refused: Mapping[str, Sequence[str]], error: str) -> Alert:
    """The message about a step that failed; `refused` gives the reasons of each gate that refused, if any did."""
    if refused:
        gates = " and ".join(refused)
        reasons = [reason for listed in refused.values() for reason in listed]
        what = f"TIP warehouse: {gates} refused a run. The release of before stands."
        then = "open the red checks of the run in the UI (or `tip run --json`), correct file, rule or bound; `tip run`"
    else:
        reasons = [error]
        what = f"TIP warehouse: a run failed in step {step}. The release of before stands."
        then = "`tip status`, and the run's events in the UI; what can pass is tried again, at most three times"
    shown = [_cut(redacted(reason)) for reason in reasons[:_MOST_REASONS]]
    if len(reasons) > len(shown):
        shown.append(f"and {len(reasons) - len(shown)} more")
    return Alert(what, f"home {home}, step {step}, run {run_id}", tuple(shown), then, run_id)


def post(url: str, alert: Alert, seconds: float = _SECONDS) -> str | None:
    """Post an alert; returns None where it arrived, else why not, in words without the address.

    Never raises, and never takes longer than `seconds`, however slowly the other side answers.
    """
    answer: list[str | None] = ["no answer in time"]

    def send() -> None:
        answer[0] = _send(url, alert, seconds)

    sender = threading.Thread(target=send, name="webhook", daemon=True)
    sender.start()
    sender.join(seconds)
    return answer[0]


def _send(url: str, alert: Alert, seconds: float) -> str | None:
    if not url.startswith(("http://", "https://")):
        return f"{WEBHOOK_VARIABLE} is no http(s) address"
    try:
        content = json.dumps(alert.body(), ensure_ascii=False).encode()
        request = urllib.request.Request(url, content, {"Content-Type": "application/json"}, method="POST")
        with urllib.request.urlopen(request, timeout=seconds):
            return None
    except urllib.error.HTTPError as error:
        return f"it answered with status {error.code}"
    except Exception as error:  # the words of other errors may hold the address
        reason = getattr(error, "reason", None)
        return f"it cannot be reached ({type(reason if isinstance(reason, Exception) else error).__name__})"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_REASON else f"{words[:_LONGEST_REASON]}…"


def tell_of_killed_run(run_id: str, process: str, home: str) -> str | None:
    """Post that a run's process was killed, which no hook of the run could tell; returns why that failed, if it did."""
    url = os.environ.get(WEBHOOK_VARIABLE, "").strip()
    if not url:
        return None
    return post(url, Alert(
        "TIP warehouse: a run was killed. The release of before stands.",
        f"home {home}, process {process}, run {run_id}",
        ("Its process is dead and said nothing: out of memory, a restart, or a signal.",),
        "nothing, where the sensor is on: the next run repeats its work, at most three times; else `tip run`", run_id,
    ))  # fmt: skip


@failure_hook(name="post_failure", required_resource_keys={"warehouse"})
def post_failure(context: HookContext) -> None:
    """Post to `$TIP_WEBHOOK_URL`, where it is set. A post that fails is noted, and changes nothing else."""
    url = os.environ.get(WEBHOOK_VARIABLE, "").strip()
    if not url:
        return
    warehouse = context.resources.warehouse
    error = context.op_exception
    while error is not None and error.__cause__ is not None:
        error = error.__cause__
    said = f"{type(error).__name__}: {error}" if error is not None else "it gives no reason"
    alert = alert_of(context.run_id, context.step_key, str(warehouse.home.root), warehouse.journal.refused, said)
    failure = post(url, alert)
    if failure:
        context.log.warning(f"The webhook of {WEBHOOK_VARIABLE} got no message: {failure}.")
    else:
        context.log.info(f"Posted to the webhook of {WEBHOOK_VARIABLE}.")
