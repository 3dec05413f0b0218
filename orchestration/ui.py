"""Start the Dagster UI, its daemon and the warm worker on a home: `python -m orchestration.ui --home DIR`."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from ingest.home import Home
from ingest.redaction import without_password
from ingest.versions import ROOT
from orchestration.instance import ENVIRONMENT, LOCATION, MODULE, write_instance_config

_STOP_SECONDS = 15.0
_ON = ("1", "true", "yes", "on")
_START_SECONDS = 180.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until Ctrl-C or SIGTERM, or until one of the two dies; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m orchestration.ui", description=__doc__)
    parser.add_argument("--home", type=Path, help="home folder (default: $TIP_HOME, then ./data)")
    parser.add_argument("--landing", help="folder or URL of raw files (default: $TIP_LANDING, then HOME/landing)")
    parser.add_argument("--host", default=os.environ.get("TIP_HOST") or "127.0.0.1",
                        help="address to serve on (default: $TIP_HOST, then this machine only)")  # fmt: skip
    parser.add_argument("--port", type=int, default=os.environ.get("TIP_PORT") or 3000, help="default: $TIP_PORT, 3000")
    parser.add_argument("--read-only", action="store_true", default=os.environ.get("TIP_READ_ONLY", "").lower() in _ON,
                        help="show everything and let nobody change anything (default: $TIP_READ_ONLY)")  # fmt: skip
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--headless", action="store_true", help="the daemon and the warm worker only, no web page")
    part.add_argument("--page-only", action="store_true", help="the web page only, where the rest runs beside it")
    options = parser.parse_args(arguments)
    home = Home.at(options.home, options.landing)
    if options.headless:
        return serve(home)
    if _taken(options.host, options.port):
        print(f"ui: port {options.port} is in use; choose another one with --port", file=sys.stderr)
        return 2
    return serve(home, (options.host, options.port), options.read_only, options.page_only)


def serve(home: Home, address: tuple[str, int] | None = None, read_only: bool = False, page_only: bool = False) -> int:
    """Serve `home` with sensor and schedules switched on, its web page on `address` (None: no page); see `main`.

    With `page_only` whoever serves the page needs to write to the instance's folder of the home alone.
    """
    from tip_warehouse.release.build import ensure_manifest

    if not page_only:
        home.create()
    write_instance_config(home)
    # Parsed once here, not twice at the same time by the two that load the definitions.
    ensure_manifest()
    environment = {
        **ENVIRONMENT,
        **os.environ,
        "DAGSTER_HOME": str(home.dagster),
        "TIP_HOME": str(home.root),
        "TIP_LANDING": home.landing_address,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
    }
    programs = _programs(home, address, read_only, page_only)
    page = f"http://{address[0]}:{address[1]}" if address is not None else None
    # Set for Ctrl-C, too: a shell starts background commands with it ignored, and children inherit that.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, (module, *rest) in programs.items():
            # A session of its own: Ctrl-C reaches this process, which stops the others in order.
            children[name] = subprocess.Popen(
                [sys.executable, "-m", module, *rest], env=environment, start_new_session=True
            )
        return _watch(children, page, home)
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(children)


def _programs(
    home: Home, address: tuple[str, int] | None, read_only: bool, page_only: bool = False
) -> dict[str, list[str]]:
    """The modules to run, with their arguments, by a short name."""
    common = ["-w", str(_workspace(home)), "--log-level", "warning"]
    programs: dict[str, list[str]] = {}
    if not page_only:
        programs["daemon"] = ["orchestration.daemon", "run", *common]
        programs["worker"] = ["orchestration.launcher", str(home.dagster)]
    if address is not None:
        host, port = address
        programs["webserver"] = ["dagster_webserver", "--host", host, "--port", str(port), *common]
        programs["webserver"] += ["--read-only"] if read_only else []
    return programs


def _watch(children: dict[str, subprocess.Popen[bytes]], page: str | None, home: Home) -> int:
    print("ui: starting …", file=sys.stderr, flush=True)
    deadline, ready = time.monotonic() + _START_SECONDS, False
    while True:
        for name, child in list(children.items()):
            if child.poll() is None:
                continue
            if name == "worker":
                # Runs then start cold, which costs seconds and nothing else.
                print(f"ui: the warm worker ended with status {child.returncode}; runs start cold", file=sys.stderr)
                del children[name]
            else:
                print(f"ui: the {name} ended with status {child.returncode}; see above", file=sys.stderr)
                return child.returncode or 1
        if not ready and (page is None or _answers(page)):
            ready = True
            landing = without_password(home.landing_address)
            print(
                f"ui: {page or 'no page'}  (home {home.root}; drop files into {landing})", file=sys.stderr, flush=True
            )
        if not ready and time.monotonic() > deadline:
            print(f"ui: {page} does not answer after {_START_SECONDS:.0f} seconds", file=sys.stderr)
            return 1
        time.sleep(0.5)


def _stop(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """End the children as Ctrl-C would; whoever does not end in time is killed."""
    for child in children.values():
        if child.poll() is None:
            child.send_signal(signal.SIGINT)
    deadline = time.monotonic() + _STOP_SECONDS
    for child in children.values():
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _workspace(home: Home) -> Path:
    """The project's workspace file; a package without it gets one in the instance folder."""
    path = ROOT / "workspace.yaml"
    if path.exists():
        return path
    path = home.dagster / "workspace.yaml"
    path.write_text(f"load_from:\n  - python_module:\n      module_name: {MODULE}\n      location_name: {LOCATION}\n")
    return path


def _answers(page: str) -> bool:
    with contextlib.suppress(urllib.error.URLError, OSError):
        with urllib.request.urlopen(f"{page}/server_info", timeout=2) as answer:
            return bool(answer.status == 200)
    return False


def _taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
