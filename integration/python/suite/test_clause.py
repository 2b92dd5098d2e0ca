"""SQL with ``FOR``, and with parameters, as ``spark.sql`` takes it."""

from __future__ import annotations

import datetime as dt

import pytest
from pyspark.sql import DataFrame, SparkSession


def days(frame: DataFrame) -> list[str]:
    """The days that a query reads, as ``dd``."""
    return [f"{row[0]:%d}" for row in frame.select("_date").distinct().orderBy("_date").collect()]


@pytest.mark.parametrize(
    ("clause", "read"),
    [
        ("FOR '2022-05-01'", ["01"]),
        ("FOR 2022-05-02", ["02"]),
        ("FOR DATE '2022-05-03'", ["03"]),
        ("FOR TODAY", ["03"]),
        ("FOR YESTERDAY", ["02"]),
        ("FOR MONDAY", ["02"]),
        ("FOR 2 DAYS AGO", ["01"]),
        ("FOR LATEST", ["05"]),
        ("FOR LAST 2 DAYS", ["02", "03"]),
        ("FOR DATES BETWEEN '2022-05-02' AND '2022-05-05'", ["02", "03", "05"]),
        ("FOR DATES SINCE '2022-05-02'", ["02", "03"]),
        ("FOR DATES IN THIS_MONTH", ["01", "02", "03"]),
        ("VERSION AS OF '2022-05-01..2022-05-02'", ["01", "02"]),
        ("", ["03"]),
    ],
)
def test_days_read(spark: SparkSession, today, clause: str, read: list[str]) -> None:
    today("2022-05-03")
    assert days(spark.sql(f"SELECT *, _date FROM lake.sales.orders {clause}")) == read


@pytest.mark.parametrize(
    ("point", "args"),
    [
        (":day", {"day": "2022-05-02"}),
        (":day", {"day": dt.date(2022, 5, 2)}),
        (":day", {"day": dt.datetime(2022, 5, 2, 23, 59)}),
        ("?", ["2022-05-02"]),
        ("?", [dt.date(2022, 5, 2)]),
    ],
)
def test_a_parameter_is_a_day(spark: SparkSession, point: str, args) -> None:
    assert spark.sql(f"SELECT * FROM lake.sales.orders FOR {point}", args).count() == 2


def test_parameters_of_the_clause_stand_among_others(spark: SparkSession) -> None:
    named = spark.sql(
        """SELECT :label AS label, id FROM lake.sales.orders FOR DATES BETWEEN :first AND :last o
           WHERE o.id >= :least ORDER BY id, _date""",
        {"label": "x", "first": dt.date(2022, 5, 1), "last": "2022-05-03", "least": 2},
    )
    assert [tuple(row) for row in named.collect()] == [("x", 2), ("x", 2), ("x", 3)]
    positional = spark.sql(
        "SELECT ?, COUNT(*) FROM lake.sales.orders FOR DATES BETWEEN ? AND ? WHERE id >= ?",
        ["x", "2022-05-01", dt.date(2022, 5, 3), 2],
    )
    assert tuple(positional.collect()[0]) == ("x", 3)


def test_python_values_in_braces(spark: SparkSession) -> None:
    text = "SELECT COUNT(*) FROM lake.sales.orders FOR {day}"
    assert spark.sql(text, day="2022-05-03").collect()[0][0] == 3
    assert spark.sql(text, day=dt.date(2022, 5, 2)).collect()[0][0] == 2


def test_a_dataframe_in_braces_beside_a_clause(spark: SparkSession) -> None:
    wanted = spark.createDataFrame([(1,), (3,)], "id BIGINT")
    found = spark.sql(
        "SELECT id FROM lake.sales.orders FOR '2022-05-03' JOIN {wanted} USING (id) ORDER BY id",
        wanted=wanted,
    )
    assert [row.id for row in found.collect()] == [1, 3]


def test_two_days_joined(spark: SparkSession) -> None:
    joined = spark.sql(
        """SELECT new.id, old.price AS old, new.price AS new
           FROM lake.sales.orders FOR '2022-05-03' AS new
           LEFT JOIN lake.sales.orders FOR '2022-05-02' AS old ON new.id = old.id ORDER BY id"""
    )
    assert [tuple(row) for row in joined.collect()] == [
        (1, 3.5, 4.5),
        (2, 5.0, 6.0),
        (3, None, 7.5),
    ]


@pytest.mark.parametrize(
    ("sql", "count"),
    [
        ("WITH o AS (SELECT * FROM lake.sales.orders FOR '2022-05-03') SELECT * FROM o", 3),
        ("SELECT * FROM (SELECT * FROM lake.sales.orders FOR '2022-05-02') x", 2),
        (
            """SELECT id FROM lake.sales.orders FOR '2022-05-01'
               UNION ALL SELECT id FROM lake.sales.orders FOR '2022-05-03'""",
            4,
        ),
        ("FROM lake.sales.orders FOR '2022-05-03' |> WHERE id > 1", 2),
        ("SELECT * FROM lake.sales.orders FOR '2022-05-03' TABLESAMPLE (100 PERCENT)", 3),
        ("SELECT * FROM lake.sales.clicks FOR '2022-05-01 10:00'", 1),
        ("SELECT substring('abcdef' FROM 2 FOR 3) AS s", 1),
    ],
)
def test_places_of_the_clause(spark: SparkSession, sql: str, count: int) -> None:
    assert spark.sql(sql).count() == count


def test_script(spark: SparkSession) -> None:
    script = """BEGIN
        DECLARE n BIGINT DEFAULT 0;
        SET n = (SELECT COUNT(*) FROM lake.sales.orders FOR '2022-05-03');
        SELECT n;
    END"""
    assert spark.sql(script).collect()[0][0] == 3


def test_execute_immediate(spark: SparkSession) -> None:
    text = "EXECUTE IMMEDIATE 'SELECT * FROM lake.sales.orders FOR ?' USING '2022-05-02'"
    assert spark.sql(text).count() == 2


def test_a_view_keeps_relative_dates(spark: SparkSession, today) -> None:
    today("2022-05-02")
    spark.sql("CREATE OR REPLACE TEMP VIEW recent AS SELECT * FROM lake.sales.orders FOR TODAY")
    assert spark.table("recent").count() == 2
    today("2022-05-03")
    assert spark.table("recent").count() == 3
    spark.catalog.dropTempView("recent")
