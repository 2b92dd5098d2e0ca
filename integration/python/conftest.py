"""What all tests share: a session, by the JVM in the process or by Connect, and a lake to read."""

from __future__ import annotations

import itertools
import os
import time
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from connect_server import connect_server
from lake import Lake
from spark_home import bundle, environment
from tab import Tab

CLASSIC, CONNECT = "classic", "connect"

os.environ.update(environment())
time.tzset()  # Python's own zone, for what PySpark gives without one


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--api",
        choices=(CLASSIC, CONNECT),
        default=CLASSIC,
        help="how Python speaks to Spark: a JVM of its own, or a Connect server",
    )


@pytest.fixture(scope="session")
def api(request: pytest.FixtureRequest) -> str:
    return request.config.getoption("--api")


@pytest.fixture(scope="session")
def sales(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    """The folder that the catalog ``lake`` reads: orders of a week with two days missing.

    The first three days are complete; 05-04 is not there; 05-05 was written twice, 05-06 not to
    its end. On day ``d`` there are ``d`` orders.
    """
    lake = Lake(tmp_path_factory.mktemp("lake"))
    for day in (1, 2, 3):
        lake.day("sales/orders", f"2022-05-{day:02}", orders(day, day))
    lake.day("sales/orders", "2022-05-05", orders(5, 1), frame="20220506-021500")
    lake.day("sales/orders", "2022-05-05", orders(5, 5), frame="20220507-021500")
    lake.day("sales/orders", "2022-05-06", orders(6, 6), frame="20220507-021500", complete=False)
    for hour in (9, 10, 11):
        lake.day("sales/clicks", "2022-05-01", [{"clicks": hour}], hour=hour)
    prices = lake.root / "prices"
    prices.mkdir()
    (prices / "prices.csv").write_text("item,price\npen,1.50\nink,7.25\n")
    return lake


def orders(day: int, count: int) -> list[dict[str, object]]:
    return [{"id": i, "price": 1.5 * i + day, "note": f"order {i}"} for i in range(1, count + 1)]


def settings(root: Path) -> dict[str, str]:
    """What the documentation says to configure, and a small Spark."""
    return {
        "spark.sql.extensions": "dev.almanac.AlmanacExtensions",
        "spark.sql.catalog.lake": "dev.almanac.catalog.AlmanacCatalog",
        "spark.sql.catalog.lake.location": str(root),
        "spark.master": "local[2]",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
        # Tests run most code a few times: the optimising compiler would cost more than it gives,
        # and so would threads of the collector's own.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        # Connect's clients show the server's stack traces unless this is set.
        "spark.sql.connect.serverStacktrace.enabled": "false",
    }


#: Spark's UI with the tab "Datasets".
UI = {
    "spark.ui.enabled": "true",
    "spark.ui.port": "0",
    "spark.plugins": "dev.almanac.ui.DatasetsPlugin",
}


@pytest.fixture(scope="session")
def spark(
    api: str, sales: Lake, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SparkSession]:
    folder = tmp_path_factory.mktemp("spark")
    conf = settings(sales.root) | UI | {"spark.sql.warehouse.dir": str(folder / "warehouse")}
    if api == CONNECT:
        with connect_server(conf, bundle(), folder) as server:
            os.environ["SPARK_REMOTE"] = server.address
            os.environ["SPARK_UI"] = str(server.ui)
            session = SparkSession.builder.getOrCreate()
            yield session
            # While the server is there: at its end, Python tells it of each session that is still
            # open, and goes on trying for ten minutes if nobody answers.
            for other in (*_SECOND_SESSIONS, session):
                other.stop()
    else:
        builder = SparkSession.builder.config("spark.jars", str(bundle()))
        for key, value in conf.items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        port = urllib.parse.urlsplit(session.sparkContext.uiWebUrl).port
        os.environ["SPARK_UI"] = f"http://127.0.0.1:{port}"
        yield session
        session.stop()


@pytest.fixture
def tab(spark: SparkSession) -> Tab:
    """The tab "Datasets" of that Spark's UI."""
    return Tab(os.environ["SPARK_UI"])


@pytest.fixture
def second_session(spark: SparkSession, api: str) -> SparkSession:
    """Another session of the same Spark, as another user of the server has it."""
    if api == CLASSIC:
        return spark.newSession()
    # Not to be stopped yet: in this version of PySpark, that ends threads which all sessions share.
    _SECOND_SESSIONS.append(SparkSession.builder.remote(os.environ["SPARK_REMOTE"]).create())
    return _SECOND_SESSIONS[-1]


_SECOND_SESSIONS: list[SparkSession] = []


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    """A folder of a test's own."""
    return Lake(tmp_path / "lake")


@pytest.fixture
def configure(spark: SparkSession) -> Iterator[Callable[[str, str], None]]:
    """``spark.conf.set`` for the time of a test."""
    keys: list[str] = []

    def configured(key: str, value: str) -> None:
        keys.append(key)
        spark.conf.set(key, value)

    yield configured
    for key in keys:
        spark.conf.unset(key)


@pytest.fixture
def store(lake: Lake, configure: Callable[[str, str], None]) -> str:
    """That folder as a store: ``lake.<name>``."""
    name = f"own{next(_STORES)}"
    lake.root.mkdir()
    configure(f"spark.sql.catalog.lake.store.{name}.location", str(lake.root))
    return f"lake.{name}"


_STORES = itertools.count(1)


@pytest.fixture
def today(configure: Callable[[str, str], None]) -> Callable[[str], None]:
    """Sets the day that relative dates count from, in the catalog ``lake``."""
    return lambda day: configure("spark.sql.catalog.lake.now", f"{day}T10:20:00Z")
