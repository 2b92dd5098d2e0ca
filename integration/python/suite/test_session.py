"""What runs is what was meant to run: the build's Spark, and with Connect no JVM on this side."""

from __future__ import annotations

import os
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import SparkSession

from conftest import CLASSIC, CONNECT
from spark_home import SPARK_HOME, version_in_pom


def test_versions(spark: SparkSession) -> None:
    assert pyspark.__version__ == version_in_pom()
    assert spark.version == version_in_pom()


def test_kind_of_session(spark: SparkSession, api: str) -> None:
    package = "pyspark.sql.connect.session" if api == CONNECT else "pyspark.sql.session"
    assert type(spark).__module__ == package


def test_a_connect_client_has_no_jvm(spark: SparkSession, api: str) -> None:
    if api == CLASSIC:
        pytest.skip("classic PySpark starts one")
    client = Path(pyspark.__file__).parent
    assert not list(client.rglob("*.jar")), "it is the package without Spark's jars"
    assert client != SPARK_HOME
    assert not loaded("libjvm")


def loaded(library: str) -> bool:
    """Whether this process has a library in its memory."""
    return library in Path(f"/proc/{os.getpid()}/maps").read_text()
