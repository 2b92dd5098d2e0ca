"""Hidden columns, tables about tables, and procedures."""

from __future__ import annotations

import datetime as dt

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from lake import Lake

ORDERS = "lake.sales.orders"


def test_hidden_columns(spark: SparkSession) -> None:
    read = spark.read.option("versionAsOf", "2022-05-05").table(ORDERS)
    assert read.columns == ["id", "price", "note"]
    row = read.select("_date", "_hour", "_frame", "_metadata.file_name").distinct().collect()
    assert [tuple(r) for r in row] == [
        (dt.date(2022, 5, 5), None, "as_at_20220507-021500", "part-0.parquet")
    ]
    clicks = spark.sql("SELECT _hour, clicks FROM lake.sales.clicks FOR '2022-05-01'")
    assert sorted(tuple(r) for r in clicks.collect()) == [(9, 9), (10, 10), (11, 11)]


def test_hidden_columns_filter_and_group(spark: SparkSession) -> None:
    week = spark.read.option("versionAsOf", "2022-05-01..2022-05-03").table(ORDERS)
    assert week.filter(f.col("_date") == "2022-05-03").count() == 3
    assert week.filter("_date > DATE'2022-05-01'").count() == 5
    counts = week.groupBy("_date").count().orderBy("_date").collect()
    assert [row["count"] for row in counts] == [1, 2, 3]
    named = week.withColumn("day", f.col("_date"))
    assert named.columns == ["id", "price", "note", "day"]
    assert week.select(week.metadataColumn("_date")).distinct().count() == 3


def test_the_struct_of_the_file(spark: SparkSession, sales: Lake) -> None:
    day = spark.sql(f"SELECT DISTINCT _metadata FROM {ORDERS} FOR '2022-05-01'")
    about = day.collect()[0][0]
    path = sales.root / "sales/orders/year_2022/month_05/day_01/part-0.parquet"
    assert about.file_path == f"file:{path}"
    assert about.file_size == path.stat().st_size
    modified = dt.datetime.fromtimestamp(path.stat().st_mtime)
    assert abs(about.file_modification_time - modified) < dt.timedelta(seconds=1)


def test_days(spark: SparkSession) -> None:
    days = spark.table(f"{ORDERS}.days").orderBy("day").toPandas()
    assert list(days.columns) == [
        *("day", "state", "segmentation", "files", "bytes"),
        *("frames", "superseded", "incomplete", "ignored"),
        *("hours", "missing_hours"),
    ]
    assert [f"{day:%d}" for day in days.day] == ["01", "02", "03", "05", "06"]
    assert list(days.state) == ["read"] * 4 + ["no_complete_frame"]
    assert list(days.frames) == [0, 0, 0, 2, 1]
    assert list(days.superseded) == [0, 0, 0, 1, 0]
    assert list(days.incomplete) == [0, 0, 0, 0, 1]


def test_frames(spark: SparkSession) -> None:
    frames = spark.sql(f"SELECT frame, state FROM {ORDERS}.frames ORDER BY day, frame")
    assert [tuple(row) for row in frames.collect()] == [
        ("as_at_20220506-021500", "superseded"),
        ("as_at_20220507-021500", "chosen"),
        ("as_at_20220507-021500", "incomplete"),
    ]


def test_files(spark: SparkSession) -> None:
    files = spark.sql(f"SELECT * FROM {ORDERS}.files FOR '2022-05-02'").collect()
    assert [(row.day, row.format) for row in files] == [(dt.date(2022, 5, 2), "parquet")]
    assert isinstance(files[0].modified_at, dt.datetime)


def test_calendar(spark: SparkSession) -> None:
    calendar = spark.sql(
        "CALL lake.system.calendar(:dataset, from => :first, to => :last, count_rows => true)",
        {
            "dataset": "sales.orders",
            "first": dt.date(2022, 5, 1),
            "last": dt.date(2022, 5, 6),
        },
    ).toPandas()
    assert list(calendar.state) == ["read"] * 3 + ["missing", "read", "no_complete_frame"]
    assert list(calendar.rows) == [1, 2, 3, 0, 5, 0]


def test_gaps(spark: SparkSession) -> None:
    gaps = spark.sql("CALL lake.system.gaps('sales.orders')")
    assert [tuple(row) for row in gaps.select("from", "days", "state").collect()] == [
        (dt.date(2022, 5, 4), 1, "missing"),
        (dt.date(2022, 5, 6), 1, "no_complete_frame"),
    ]


def test_stores(spark: SparkSession, sales: Lake) -> None:
    stores = spark.sql("CALL lake.system.stores()").filter("prefix = ''").collect()
    assert [(row.connector, row.location) for row in stores] == [("folders", str(sales.root))]


def test_refresh(spark: SparkSession) -> None:
    assert spark.sql("CALL lake.system.refresh('sales.orders')").collect() == []
    spark.catalog.refreshTable(ORDERS)
