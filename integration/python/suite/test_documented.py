"""The documentation's blocks of Python, page by page, on the lake that it speaks of."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from conftest import CONNECT
from documented import Block, blocks
from spark_home import PROJECT


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``./almanac generate --example /tmp/lake`` writes, elsewhere."""
    folder = tmp_path_factory.mktemp("example")
    command = [str(PROJECT / "almanac"), "generate", "--example", str(folder)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return folder


@pytest.fixture
def documented_session(second_session: SparkSession, example: Path) -> SparkSession:
    """A session with the page's settings, which leaves the other tests' session alone."""
    second_session.conf.set("spark.sql.catalog.lake.location", str(example / "data"))
    second_session.conf.set("spark.sql.catalog.lake.now", "2022-06-15T10:20:00Z")
    return second_session


@pytest.mark.parametrize("block", [block for block in blocks() if not block.opens_session], ids=str)
def test_block(documented_session: SparkSession, example: Path, block: Block) -> None:
    block.run(documented_session, {"/tmp/lake": str(example)})


@pytest.mark.parametrize("block", [block for block in blocks() if block.opens_session], ids=str)
def test_a_block_that_opens_a_session(spark: SparkSession, api: str, block: Block) -> None:
    """A client of Connect's; the other kind would change this process's session: see ``whole``."""
    if (".remote(" in block.text) != (api == CONNECT):
        pytest.skip("for the other kind of session")
    if api == CONNECT:
        assert "sc://localhost:15002" in block.text
        block.run(spark, {"sc://localhost:15002": os.environ["SPARK_REMOTE"]})
