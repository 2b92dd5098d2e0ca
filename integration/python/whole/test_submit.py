"""The example jobs on a cluster: ``spark-submit`` with two workers, each executor a JVM of its own.

The distribution is what pip installed, and Almanac comes by ``--jars`` alone.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet
import pytest

from conftest import orders, settings
from lake import Lake
from spark_home import PROJECT, SPARK_HOME, built, bundle, environment

EXECUTORS = {"0", "1"}


@dataclass(frozen=True)
class Run:
    """A job that has ended."""

    code: int
    out: str
    err: str
    log: Path

    def events(self, kind: str) -> Iterator[dict]:
        for line in self.log.read_text().splitlines():
            event = json.loads(line)
            if event["Event"] == kind:
                yield event

    def readers(self) -> set[str]:
        """The executors whose tasks read data."""
        return {
            event["Task Info"]["Executor ID"]
            for event in self.events("SparkListenerTaskEnd")
            if event.get("Task Metrics", {}).get("Input Metrics", {}).get("Records Read", 0) > 0
        }

    def errors(self) -> list[str]:
        """What the job itself says: the lines that Spark's log did not write.

        spark-submit prints all that a Python job writes to its standard output.
        """
        lines = (self.out + self.err).splitlines()
        return [line for line in lines if line.startswith(("[ALMANAC", "lake."))]


@pytest.fixture(scope="module")
def cluster_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("cluster")
    shutil.rmtree(SPARK_HOME / "work", ignore_errors=True)  # where its workers keep their files


@pytest.fixture
def submit(cluster_folder: Path, lake: Lake, tmp_path: Path):
    """Runs a job to its end: ``submit(job and its arguments)``."""

    def submitted(*job: str) -> Run:
        events = tmp_path / "events"
        events.mkdir()
        conf = settings(lake.root) | {
            "spark.master": "local-cluster[2,1,1024]",
            "spark.driver.host": "127.0.0.1",
            "spark.eventLog.enabled": "true",
            "spark.eventLog.compress": "false",
            "spark.eventLog.rolling.enabled": "false",
            "spark.eventLog.dir": events.as_uri(),
            "spark.scheduler.minRegisteredResourcesRatio": "1.0",  # both executors, then the job
            "spark.sql.files.maxPartitionBytes": "1m",
            "spark.sql.files.openCostInBytes": "1m",  # a task for each file
        }
        command = [str(SPARK_HOME / "bin/spark-submit"), "--jars", str(bundle())]
        for key, value in conf.items():
            command += ["--conf", f"{key}={value}"]
        done = subprocess.run(
            [*command, *job],
            cwd=cluster_folder,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=240,
        )
        (log,) = events.iterdir() if any(events.iterdir()) else (tmp_path / "none",)
        return Run(done.returncode, done.stdout, done.stderr, log)

    return submitted


def test_python_job(submit, lake: Lake, tmp_path: Path) -> None:
    """Every format, frames and hours, each read by a task on one of two executors."""
    lake.day("sales/orders", "2022-05-01", orders(1, 10), ending="parquet")
    lake.day("sales/orders", "2022-05-02", orders(2, 20), ending="jsonl.zst")
    lake.day("sales/orders", "2022-05-03", orders(3, 99), ending="arrow", frame="20220504-000000")
    lake.day("sales/orders", "2022-05-03", orders(3, 30), ending="arrow", frame="20220504-120000")
    lake.day("sales/orders", "2022-05-04", orders(4, 40), ending="orc", name="part-0")
    lake.day("sales/orders", "2022-05-04", orders(4, 40), ending="csv", name="part-1")
    for hour in (8, 9):
        lake.day("sales/orders", "2022-05-06", orders(6, 25), ending="parquet", hour=hour)
    output = tmp_path / "totals"

    run = submit(
        *(str(PROJECT / "examples/python/daily_totals.py"), "lake.sales.orders", "price"),
        *("--from", "2022-05-01", "--to", "2022-05-06", "--output", str(output)),
    )

    assert run.code == 0, run.err
    assert run.errors() == [
        "lake.sales.orders has no data for 2022-05-05: missing",
        "lake.sales.orders has no data for 2022-05-06, hours 00-07, 10-23",
    ]
    assert run.readers() == EXECUTORS
    added = {event["Executor ID"] for event in run.events("SparkListenerExecutorAdded")}
    assert added == EXECUTORS
    (result,) = output.glob("*.csv")
    written = pyarrow.csv.read_csv(result).to_pylist()
    assert {row["day"]: row["rows"] for row in written} == {
        dt.date(2022, 5, 1): 10,
        dt.date(2022, 5, 2): 20,
        dt.date(2022, 5, 3): 30,
        dt.date(2022, 5, 4): 80,
        dt.date(2022, 5, 6): 50,
    }
    assert written[1]["total"] == sum(order["price"] for order in orders(2, 20))


def test_python_job_that_wants_all_days(submit, lake: Lake, tmp_path: Path) -> None:
    lake.day("sales/orders", "2022-05-01", orders(1, 1))
    lake.day("sales/orders", "2022-05-03", orders(3, 1))

    run = submit(
        *(str(PROJECT / "examples/python/daily_totals.py"), "lake.sales.orders", "price"),
        *("--from", "2022-05-01", "--to", "2022-05-03", "--output", str(tmp_path / "totals")),
        "--complete",
    )

    assert run.code == 1
    assert run.errors() == ["lake.sales.orders has no data for 2022-05-02: missing"]
    assert not (tmp_path / "totals").exists()


def test_an_error_of_an_executor(submit, lake: Lake, tmp_path: Path) -> None:
    """A file that is damaged where only a task reads: the message comes back as it was thrown."""
    lake.day("sales/orders", "2022-05-01", orders(1, 30_000))
    path = lake.day("sales/orders", "2022-05-02", orders(2, 30_000))
    data = path.read_bytes()
    path.write_bytes(data[:200] + b"\xff" * (len(data) - 2200) + data[-2000:])  # all but the footer

    run = submit(
        *(str(PROJECT / "examples/python/daily_totals.py"), "lake.sales.orders", "price"),
        *("--from", "2022-05-01", "--to", "2022-05-02", "--output", str(tmp_path / "totals")),
    )

    assert run.code == 1
    (error,) = run.errors()
    assert error.startswith(f"[ALMANAC_CANNOT_READ_FILE] Cannot read file:{path} as parquet: ")
    assert error.endswith("to read on without it. SQLSTATE: 58030")


def test_errors_in_spark_sql(lake: Lake, tmp_path: Path) -> None:
    """spark-sql prints the stack trace of an analysis error that has a cause: ours have none."""
    path = lake.day("orders", "2022-05-01", orders(1, 3))
    path.write_bytes(b"no Parquet file")
    conf = settings(lake.root) | {
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.catalog.lake.store.far.location": "s3://bucket/folder",
        "spark.log.level": "ERROR",
    }
    command = [str(SPARK_HOME / "bin/spark-sql"), "--jars", str(bundle())]
    for key, value in conf.items():
        command += ["--conf", f"{key}={value}"]

    for query, condition in (
        ("SELECT * FROM lake.orders FOR LATEST", "ALMANAC_CANNOT_READ_FILE"),
        ("SELECT * FROM lake.far.orders FOR TODAY", "ALMANAC_MISSING_CLIENT"),
    ):
        done = subprocess.run(
            [*command, "-e", query],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=240,
        )
        assert done.returncode != 0
        assert f"[{condition}]" in done.stderr
        assert "\tat " not in done.stderr


def test_java_job(submit, lake: Lake, tmp_path: Path) -> None:
    before = orders(1, 40)
    after = [*before[:10], before[10] | {"note": "changed"}, *before[12:], {**before[0], "id": 99}]
    for part in range(4):
        lake.day("sales/orders", "2022-05-01", before[part::4], name=f"part-{part}")
        day = {"frame": "20220503-000000", "name": f"part-{part}", "ending": "jsonl.zst"}
        lake.day("sales/orders", "2022-05-02", after[part::4], **day)
    output = tmp_path / "changes"

    run = submit(
        *("--class", "dev.almanac.jobs.CompareDays"),
        str(built("examples", "almanac-examples-*.jar")),
        *("lake.sales.orders", "id", "2022-05-01", "2022-05-02", str(output)),
    )

    assert run.code == 0, run.err
    assert run.readers() == EXECUTORS
    changes = pyarrow.parquet.read_table(output).sort_by("id").to_pylist()
    assert [(row["id"], row["change"]) for row in changes] == [
        (11, "changed"),
        (12, "removed"),
        (99, "added"),
    ]
    assert changes[0]["before"]["note"] == "order 11"
    assert changes[0]["after"]["note"] == "changed"


def test_java_job_without_the_day(submit, lake: Lake, tmp_path: Path) -> None:
    lake.day("sales/orders", "2022-05-01", orders(1, 1))

    run = submit(
        *("--class", "dev.almanac.jobs.CompareDays"),
        str(built("examples", "almanac-examples-*.jar")),
        *("lake.sales.orders", "id", "2022-05-01", "2022-05-02", str(tmp_path / "changes")),
    )

    assert run.code == 1
    (error,) = run.errors()
    assert error.startswith(
        "[ALMANAC_NO_DATA_IN_RANGE] Cannot read lake.sales.orders for 2022-05-02"
    )
