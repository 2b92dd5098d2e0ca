"""Where things are: the Spark that pip installed, and what the build made of Almanac."""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

#: An unmodified Spark distribution: what ``pip install pyspark`` puts down, servers and all.
SPARK_HOME = Path(sysconfig.get_paths()["purelib"]) / "pyspark"


def built(module: str, jar: str) -> Path:
    """A jar that the build made; ``ALMANAC_TARGET`` says whether the one below target/fast."""
    target = PROJECT / module / os.environ.get("ALMANAC_TARGET", "target/fast")
    found = sorted(target.glob(jar))
    if len(found) != 1:
        raise FileNotFoundError(
            f"{len(found)} files {target}/{jar}: run .ci/python, which builds it"
        )
    return found[0]


def bundle() -> Path:
    """The jar that users put on ``--jars``."""
    return built("catalyst-ext", "almanac-catalyst-ext-*-bundle.jar")


def environment() -> dict[str, str]:
    """The environment for a process of that Spark, whatever the caller's own settings are."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("SPARK_")},
        "SPARK_HOME": str(SPARK_HOME),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYARROW_IGNORE_TIMEZONE": "1",
        "TZ": "UTC",
    }


def version_in_pom() -> str:
    """The Spark that Almanac is built for."""
    found = re.search(r"<spark\.version>(.+?)</spark\.version>", (PROJECT / "pom.xml").read_text())
    if found is None:
        raise ValueError("pom.xml names no spark.version")
    return found.group(1)
