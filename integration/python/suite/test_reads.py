"""Reading without SQL: options of ``spark.read``, and what a DataFrame holds on to."""

from __future__ import annotations

import shutil

import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from conftest import CONNECT, orders
from lake import WRITERS, Lake

ORDERS = "lake.sales.orders"


@pytest.mark.parametrize(
    ("version", "count"),
    [
        ("2022-05-03", 3),
        ("2022-05-01..2022-05-03", 6),
        ("DATES BETWEEN '2022-05-01' AND '2022-05-03'", 6),
        ("LAST 2 DAYS", 5),
        ("YESTERDAY", 2),
        ("LATEST", 5),
    ],
)
def test_version_as_of(spark: SparkSession, today, version: str, count: int) -> None:
    today("2022-05-03")
    assert spark.read.option("versionAsOf", version).table(ORDERS).count() == count


def test_timestamp_as_of_reads_what_was_known_then(spark: SparkSession) -> None:
    late = spark.read.option("timestampAsOf", "2022-05-05 10:00:00")
    with pytest.raises(Exception, match="ALMANAC_NO_COMPLETE_FRAME"):
        late.table(ORDERS).count()
    sql = "SELECT * FROM lake.sales.orders FOR '2022-05-05' TIMESTAMP AS OF '{}'"
    assert spark.sql(sql.format("2022-05-06 12:00")).count() == 1
    assert spark.sql(sql.format("2022-05-08 12:00")).count() == 5


def test_timestamp_as_of_without_dates_reads_the_day_of_the_instant(spark: SparkSession) -> None:
    read = spark.read.option("timestampAsOf", "2022-05-02 10:00:00")
    assert read.table(ORDERS).count() == 2


def test_two_days_as_dataframes(spark: SparkSession) -> None:
    old = spark.read.option("versionAsOf", "2022-05-02").table(ORDERS)
    new = spark.read.option("versionAsOf", "2022-05-03").table(ORDERS)
    joined = new.alias("new").join(old.alias("old"), "id", "left").orderBy("id")
    rows = joined.select("id", f.col("old.price"), f.col("new.price")).collect()
    assert [tuple(row) for row in rows] == [(1, 3.5, 4.5), (2, 5.0, 6.0), (3, None, 7.5)]
    assert new.join(old, "id", "left_anti").count() == 1
    assert new.unionByName(old).count() == 5


def test_without_a_catalog(spark: SparkSession, sales: Lake) -> None:
    read = spark.read.format("almanac")
    path = str(sales.root / "sales/orders")
    one = read.option("dates", "2022-05-02").load(path)
    assert one.count() == 2
    assert read.option("dates", "LATEST").load(path).count() == 5
    assert one.count() == 2, "each read keeps its own dates"
    given = spark.read.format("almanac").schema("note STRING").option("dates", "2022-05-01")
    assert given.load(path).columns == ["note"]


@pytest.mark.parametrize("ending", WRITERS)
def test_formats(spark: SparkSession, lake: Lake, store: str, ending: str) -> None:
    lake.day("orders", "2022-05-01", orders(1, 500), ending=ending)
    found = spark.sql(
        f"SELECT COUNT(*), SUM(price), MAX(note) FROM {store}.orders FOR '2022-05-01'"
    )
    assert tuple(found.collect()[0]) == (500, 1.5 * 500 * 501 / 2 + 500, "order 99")


def test_a_dataset_of_many_formats(spark: SparkSession, lake: Lake, store: str) -> None:
    for day, ending in enumerate(WRITERS, start=1):
        lake.day("orders", f"2022-05-{day:02}", orders(day, 10), ending=ending)
    counts = spark.sql(f"SELECT _date FROM {store}.orders FOR DATES SINCE '2022-05-01'")
    rows = counts.groupBy("_date").count().collect()
    assert len(rows) == len(WRITERS)
    assert {row["count"] for row in rows} == {10}


def test_new_data_and_a_dataframe(spark: SparkSession, lake: Lake, store: str, api: str) -> None:
    """A table is pinned when it is loaded: by classic Spark with the DataFrame, by Connect with
    each action, as the server analyses the DataFrame anew for each."""
    lake.day("orders", "2022-05-01", orders(1, 1), frame="20220502-000000")
    read = spark.read.option("versionAsOf", "2022-05-01")
    before = read.table(f"{store}.orders")
    assert before.count() == 1
    lake.day("orders", "2022-05-01", orders(1, 2), frame="20220503-000000")
    assert before.count() == (2 if api == CONNECT else 1)
    assert read.table(f"{store}.orders").count() == 2

    shutil.rmtree(lake.root / "orders/year_2022/month_05/day_01/as_at_20220502-000000")
    if api == CONNECT:
        assert before.count() == 2
    else:
        with pytest.raises(Exception, match="not there any more") as caught:
            before.count()
        assert caught.value.getCondition() == "ALMANAC_CANNOT_READ_FILE"


def test_cached_data_is_read_again(spark: SparkSession, lake: Lake, store: str) -> None:
    lake.day("orders", "2022-05-01", orders(1, 3))
    query = f"SELECT * FROM {store}.orders FOR '2022-05-01'"
    cached = spark.sql(query).cache()
    assert cached.count() == 3
    lake.day("orders", "2022-05-01", orders(1, 4), name="part-1")
    assert spark.sql(query).count() == 7, "a query that is analysed later sees the new file"
    cached.unpersist()
