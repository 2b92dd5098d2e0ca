"""Stores that come and go while Python runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

from conftest import orders
from lake import Lake


def prefixes(spark: SparkSession) -> set[str]:
    return {row.prefix for row in spark.sql("CALL lake.system.stores()").collect()}


@pytest.fixture
def archive(lake: Lake) -> Path:
    lake.day("orders", "2022-05-01", orders(1, 3))
    lake.day("orders", "2022-05-02", orders(2, 4))
    return lake.root


@pytest.fixture(autouse=True)
def nothing_left(spark: SparkSession) -> Iterator[None]:
    yield
    spark.sql("DROP NAMESPACE IF EXISTS lake.archive")


def test_settings(spark: SparkSession, archive: Path, configure) -> None:
    key = "spark.sql.catalog.lake.store.archive"
    configure(f"{key}.location", str(archive))
    assert spark.sql("SELECT * FROM lake.archive.orders FOR '2022-05-01'").count() == 3
    configure(f"{key}.default-dates", "latest")
    assert spark.table("lake.archive.orders").count() == 4
    spark.conf.unset(f"{key}.default-dates")
    spark.conf.unset(f"{key}.location")
    assert not spark.catalog.tableExists("lake.archive.orders")


def test_namespace(spark: SparkSession, archive: Path) -> None:
    spark.sql(
        f"""CREATE NAMESPACE lake.archive LOCATION '{archive}'
            WITH DBPROPERTIES ('default-dates' = 'all')"""
    )
    assert spark.table("lake.archive.orders").count() == 7
    spark.sql("DROP NAMESPACE lake.archive")
    assert len(list(archive.rglob("*.parquet"))) == 2, "its data stays"


def test_procedure_with_parameters(spark: SparkSession, archive: Path) -> None:
    registered = spark.sql(
        """CALL lake.system.register_store(prefix => :prefix, location => :location,
             options => map('default-dates', 'latest'))""",
        {"prefix": "archive.eu", "location": str(archive)},
    )
    assert [row.prefix for row in registered.collect()] == ["archive.eu"]
    assert spark.table("lake.archive.eu.orders").count() == 4
    spark.sql("CALL lake.system.unregister_store('archive.eu')")


def test_a_store_belongs_to_its_session(
    spark: SparkSession, second_session: SparkSession, archive: Path
) -> None:
    spark.sql(f"CREATE NAMESPACE lake.archive LOCATION '{archive}'")
    other = second_session
    assert "archive" not in prefixes(other)
    other.sql(f"CREATE NAMESPACE lake.archive LOCATION '{archive / 'orders'}'")
    assert spark.catalog.tableExists("lake.archive.orders")
    assert not other.catalog.tableExists("lake.archive.orders")
    spark.sql("DROP NAMESPACE lake.archive")


def test_a_catalog_at_run_time(spark: SparkSession, archive: Path, configure) -> None:
    configure("spark.sql.catalog.second", "dev.almanac.catalog.AlmanacCatalog")
    configure("spark.sql.catalog.second.location", str(archive))
    assert spark.sql("SELECT * FROM second.orders FOR LATEST").count() == 4


def test_a_wrong_setting_is_said_at_the_next_use(
    spark: SparkSession, archive: Path, configure
) -> None:
    configure("spark.sql.catalog.lake.store.archive.location", str(archive))
    key = "spark.sql.catalog.lake.store.archive.default-date"
    configure(key, "latest")
    with pytest.raises(AnalysisException, match="did you mean default-dates") as caught:
        spark.table("lake.sales.orders").schema  # noqa: B018 # Connect asks the server only now
    assert caught.value.getCondition() == "ALMANAC_INVALID_OPTION"
    spark.conf.unset(key)
    assert spark.table("lake.sales.orders").columns == ["id", "price", "note"]
