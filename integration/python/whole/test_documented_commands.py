"""What docs/pyspark.md types into a shell and a new Python, from a clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from documented import blocks
from spark_home import PROJECT, SPARK_HOME, environment

PAGE = PROJECT / "docs/pyspark.md"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("example")
    run(f"./almanac generate --example {folder}")
    yield folder
    shutil.rmtree(SPARK_HOME / "work", ignore_errors=True)  # where local-cluster keeps its files


def run(commands: str) -> str:
    """Runs lines of a shell in the clone, with this Python's programs, and returns the output."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=PROJECT,
        env={**environment(), "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def here(text: str, example: Path) -> str:
    """The page's text with the folders that there are."""
    target = os.environ.get("ALMANAC_TARGET", "target/fast")
    return text.replace("/tmp/lake", str(example)).replace("target/fast", target)


def test_a_session(example: Path, tmp_path: Path) -> None:
    (block,) = (
        block.text
        for block in blocks()
        if block.page == "docs/pyspark.md"
        and "getOrCreate" in block.text
        and ".remote(" not in block.text
    )
    script = tmp_path / "session.py"
    script.write_text(
        here(block, example) + "spark.sql('SELECT id FROM lake.sales.orders FOR TODAY').show()\n"
    )
    assert "|191580|" in run(f"python {script}")


def test_the_jobs(example: Path) -> None:
    (jobs,) = re.findall(r"^```\n(submit=.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    said = run(here(jobs, example))
    assert "lake.sales.orders has no data for 2022-05-20 .. 2022-05-21: missing" in said
    assert list((example / "reports/may").glob("*.csv"))
    assert list((example / "reports/changes").glob("*.parquet"))
