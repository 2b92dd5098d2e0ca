"""A Spark Connect server as a process of its own."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spark_home import SPARK_HOME, environment

_SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"
_STARTED = re.compile(r"Spark Connect server started at: \S*?:(\d+)")
_UI = re.compile(r"Successfully started service 'SparkUI' on port (\d+)")
_PATIENCE_SECONDS = 120


@dataclass(frozen=True)
class ConnectServer:
    """A server that runs.

    :param address: for clients, ``sc://``
    :param ui: Spark's UI, ``http://``; None where it is off
    """

    address: str
    ui: str | None


@contextlib.contextmanager
def connect_server(conf: Mapping[str, str], jar: Path, folder: Path) -> Iterator[ConnectServer]:
    """Runs a server as the documentation starts one.

    The system chooses the port, so that runs beside each other do not meet.
    """
    settings = {
        "spark.ui.enabled": "false",
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": "0",
        **conf,
    }
    command = [str(SPARK_HOME / "bin/spark-submit"), "--class", _SERVER, "--jars", str(jar)]
    for key, value in settings.items():
        command += ["--conf", f"{key}={value}"]
    log = folder / "connect-server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that the script and its Java are stopped together
        )
    try:
        port = _port(server, log)
        ui = _UI.search(log.read_text(errors="replace"))
        yield ConnectServer(
            f"sc://127.0.0.1:{port}", f"http://127.0.0.1:{ui.group(1)}" if ui else None
        )
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _port(server: subprocess.Popen[bytes], log: Path) -> int:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        started = _STARTED.search(log.read_text(errors="replace"))
        if started:
            return int(started.group(1))
        if server.poll() is not None:
            break
        time.sleep(0.2)
    raise RuntimeError(f"The Connect server did not start:\n{log.read_text(errors='replace')}")
