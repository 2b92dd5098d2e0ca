"""The tab "Datasets" in Spark's UI, of an application of Python's and of a Connect server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from conftest import CONNECT, orders
from lake import Lake
from tab import Tab


@pytest.fixture
def week(spark: SparkSession, lake: Lake) -> Iterator[Path]:
    """A week of orders in a store that is registered at run time, ``lake.tabbed``."""
    for day in range(1, 8):
        lake.day("orders", f"2022-05-{day:02}", orders(day, 3))
    spark.sql(f"CREATE NAMESPACE lake.tabbed LOCATION '{lake.root}'")
    yield lake.root
    spark.sql("DROP NAMESPACE lake.tabbed")


def stores(tab: Tab, name: str) -> list[dict]:
    return [store for store in tab.facts()["stores"] if store["store"] == name]


def test_a_store_of_run_time_is_listed(spark: SparkSession, week: Path, tab: Tab) -> None:
    sql = "SELECT count(*) AS listed FROM lake.tabbed.orders FOR '2022-05-02'"
    spark.sql(sql).collect()
    session = tab.query("listed")["session"]
    (found,) = [store for store in stores(tab, "lake.tabbed") if store["session"] == session]
    assert found["location"] == week.as_uri().replace("file://", "file:")
    assert not found["configured"]
    listed = tab.facts("store", store="lake.tabbed", session=session)
    assert listed["datasets"] == ["lake.tabbed.orders"]
    days = tab.facts("dataset", dataset="lake.tabbed.orders", session=session)["days"]
    assert [day["state"] for day in days] == ["read"] * 7


def test_a_query_says_what_it_read_and_pruned(spark: SparkSession, week: Path, tab: Tab) -> None:
    sql = (
        "SELECT sum(id) AS pruned FROM lake.tabbed.orders"
        " FOR DATES BETWEEN '2022-05-01' AND '2022-05-07' WHERE _date >= '2022-05-06'"
    )
    assert spark.sql(sql).collect() == [(12,)]
    query = tab.query("AS pruned")
    assert query["text"] == sql
    assert query["status"] == "COMPLETED"
    (scan,) = query["scans"]
    assert scan.pop("bytesRead") > 0
    assert scan == {
        "table": "lake.tabbed.orders",
        "dates": "2022-05-01 .. 2022-05-07",
        "daysRead": 2,
        "daysPruned": 5,
        "filesRead": 2,
        "filesPruned": 5,
        "rows": 6,
    }


def test_a_data_frame_is_a_query_too(spark: SparkSession, week: Path, tab: Tab) -> None:
    before = {query["id"] for query in tab.facts()["queries"]}
    read = spark.read.option("versionAsOf", "2022-05-01..2022-05-07").table("lake.tabbed.orders")
    read.filter(f.col("_date") == "2022-05-03").toPandas()
    spark.sql("SELECT 'later' AS later FROM lake.tabbed.orders FOR '2022-05-01'").collect()
    tab.query("later")
    (query,) = [
        query
        for query in tab.facts()["queries"]
        if query["id"] not in before and "later" not in query["text"]
    ]
    assert [(scan["daysRead"], scan["daysPruned"]) for scan in query["scans"]] == [(1, 6)]


def test_a_query_that_fails(spark: SparkSession, week: Path, tab: Tab) -> None:
    with pytest.raises(PySparkException):
        spark.sql("SELECT raise_error(note) FROM lake.tabbed.orders FOR '2022-05-01'").collect()
    assert tab.query("raise_error(note)")["status"] == "FAILED"


def test_sessions_have_stores_of_their_own(
    spark: SparkSession, second_session: SparkSession, week: Path, tab: Tab, api: str
) -> None:
    other = second_session
    other.sql(f"CREATE NAMESPACE lake.tabbed LOCATION '{week / 'orders'}'")
    other.sql("SELECT count(*) AS other_one FROM lake.sales.orders FOR '2022-05-01'").collect()
    spark.sql("SELECT count(*) AS this_one FROM lake.tabbed.orders FOR '2022-05-01'").collect()
    mine, theirs = tab.query("this_one")["session"], tab.query("other_one")["session"]
    assert mine != theirs
    locations = {store["session"]: store["location"] for store in stores(tab, "lake.tabbed")}
    assert locations[theirs] == locations[mine] + "/orders"
    page = tab.html()
    assert f'store/?session={theirs}&amp;store=lake.tabbed"' in page
    assert f'dataset/?dataset=lake.sales.orders&amp;session={theirs}"' in page
    if api == CONNECT:
        assert f"(Spark Connect, session {other.session_id})" in page
    other.sql("DROP NAMESPACE lake.tabbed")
