"""Errors as Python gets them: Spark's classes, a condition, a SQLSTATE, and no Java in sight."""

from __future__ import annotations

import traceback
from collections.abc import Callable

import pytest
from pyspark.errors import AnalysisException, ParseException, PySparkException
from pyspark.sql import SparkSession

from conftest import orders
from lake import Lake

Action = Callable[[SparkSession], object]


def sql(text: str, args=None) -> Action:
    return lambda spark: spark.sql(text, args).collect()


def table(name: str, **options: str) -> Action:
    return lambda spark: spark.read.options(**options).table(name).collect()


@pytest.mark.parametrize(
    ("action", "kind", "condition", "state", "says"),
    [
        pytest.param(
            sql("SELECT * FROM lake.sales.orders FOR '2022-05-04'"),
            AnalysisException,
            "ALMANAC_NO_DATA_IN_RANGE",
            "02000",
            "no such day (it has 2022-05-01 .. 2022-05-06; the nearest is 2022-05-03)",
            id="missing day",
        ),
        pytest.param(
            table("lake.sales.orders", versionAsOf="2022-05-06"),
            AnalysisException,
            "ALMANAC_NO_COMPLETE_FRAME",
            "55000",
            "as_at_20220507-021500: no frame.complete",
            id="incomplete day",
        ),
        pytest.param(
            sql("SELECT * FROM lake.sales.orders FOR '2022-02-30'"),
            ParseException,
            "ALMANAC_INVALID_TEMPORAL_CLAUSE",
            "42601",
            "FOR '2022-02-30'",
            id="impossible date",
        ),
        pytest.param(
            sql("SELECT *\nFROM lake.sales.orders\n  FOR TOMORROW"),
            ParseException,
            "ALMANAC_INVALID_TEMPORAL_CLAUSE",
            "42601",
            "did you mean TODAY?",
            id="unknown word",
        ),
        pytest.param(
            sql("SELECT * FROM lake.sales.orders FOR :day", {"day": 20220501}),
            ParseException,
            "ALMANAC_INVALID_TEMPORAL_CLAUSE",
            "42601",
            "the parameter :day is of type INT",
            id="wrong parameter",
        ),
        pytest.param(
            sql("SELECT * FROM lake.sales.orders FOR :day"),
            ParseException,
            "ALMANAC_INVALID_TEMPORAL_CLAUSE",
            "42601",
            "pass one with spark.sql(text, args)",
            id="parameter without value",
        ),
        pytest.param(
            table("lake.sales.orders", versionAsOf="May 1st"),
            AnalysisException,
            "ALMANAC_INVALID_TEMPORAL_CLAUSE",
            "42601",
            "Cannot read the dates 'May 1st'",
            id="wrong version",
        ),
        pytest.param(
            table("lake.sales.order", versionAsOf="TODAY"),
            AnalysisException,
            "ALMANAC_NO_SUCH_DATASET",
            "42P01",
            "SHOW TABLES IN lake lists what there is",
            id="wrong name with dates",
        ),
        pytest.param(
            table("lake.sales.order"),
            AnalysisException,
            "TABLE_OR_VIEW_NOT_FOUND",
            "42P01",
            "`lake`.`sales`.`order`",
            id="wrong name",
        ),
        pytest.param(
            sql("SELECT prize FROM lake.sales.orders FOR '2022-05-01'"),
            AnalysisException,
            "UNRESOLVED_COLUMN.WITH_SUGGESTION",
            "42703",
            "`price`",
            id="wrong column",
        ),
        pytest.param(
            sql("SELECT * FROM lake.prices FOR TODAY"),
            AnalysisException,
            "ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE",
            "42809",
            "the dataset is not divided by dates",
            id="dates of an undated dataset",
        ),
        pytest.param(
            table("lake.sales.orders FOR '2022-05-01'"),
            ParseException,
            "ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE",
            "42809",
            """spark.read.option("versionAsOf", "2022-05-01").table("lake.sales.orders")""",
            id="clause in a table's name",
        ),
        pytest.param(
            lambda spark: spark.catalog.cacheTable("lake.sales.orders FOR LAST 7 DAYS"),
            ParseException,
            "ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE",
            "42809",
            """.option("versionAsOf", "LAST 7 DAYS")""",
            id="clause in the name of a table to cache",
        ),
        pytest.param(
            sql("CALL lake.system.calender('sales.orders')"),
            AnalysisException,
            "ALMANAC_UNSUPPORTED",
            "0A000",
            "did you mean lake.system.calendar?",
            id="unknown procedure",
        ),
        pytest.param(
            sql("CREATE NAMESPACE lake.s LOCATION '/tmp' WITH DBPROPERTIES ('default-date' = 'x')"),
            AnalysisException,
            "ALMANAC_INVALID_OPTION",
            "42616",
            "did you mean default-dates?",
            id="unknown option",
        ),
        pytest.param(
            lambda spark: spark.read.format("almanac").option("date", "TODAY").load("/tmp").count(),
            AnalysisException,
            "ALMANAC_INVALID_OPTION",
            "42616",
            "did you mean dates?",
            id="unknown option of the source",
        ),
    ],
)
def test_error(
    spark: SparkSession, action: Action, kind: type, condition: str, state: str, says: str
) -> None:
    with pytest.raises(PySparkException) as caught:
        action(spark)
    error = caught.value
    assert isinstance(error, kind)
    assert error.getCondition() == condition
    assert error.getSqlState() == state
    assert says in shown(error)
    assert error.getMessage().strip().startswith(f"[{condition}]")


def shown(error: BaseException) -> str:
    """What a notebook or a terminal prints of an error, which has nothing of Java in it."""
    text = "".join(traceback.format_exception_only(error))
    for java in ("\tat ", "JVM stacktrace", "Caused by", "dev.almanac.", "Py4J", "java.", "scala."):
        assert java not in text
    return text


@pytest.mark.parametrize("ending", ["parquet", "jsonl.zst", "arrow", "orc"])
@pytest.mark.parametrize("collect", ["collect", "toPandas", "toArrow"])
def test_a_damaged_file(
    spark: SparkSession, lake: Lake, store: str, ending: str, collect: str
) -> None:
    """An error of a task, not of the analysis: the file is damaged behind what the schema needs."""
    path = lake.day("orders", "2022-05-01", orders(1, 20_000), ending=ending)
    damage(path, ending)

    def read() -> object:
        return getattr(spark.sql(f"SELECT id, note FROM {store}.orders FOR LATEST"), collect)()

    with pytest.raises(AnalysisException) as caught:
        read()
    assert caught.value.getCondition() == "ALMANAC_CANNOT_READ_FILE"
    assert caught.value.getSqlState() == "58030"
    text = shown(caught.value)
    assert str(path) in text
    assert "Replace the file, move it out of the dataset" in text


def damage(path, ending: str) -> None:
    data = path.read_bytes()
    if ending == "jsonl.zst":
        path.write_bytes(data[:-100])
    else:
        middle = len(data) // 2
        start = 200 if ending != "arrow" else middle
        path.write_bytes(data[:start] + b"\xff" * (middle // 2) + data[start + middle // 2 :])


def test_two_types_of_one_column(spark: SparkSession, lake: Lake, store: str) -> None:
    lake.day("orders", "2022-05-01", [{"id": "one"}])
    lake.day("orders", "2022-05-02", [{"id": 1}])
    with pytest.raises(AnalysisException) as caught:
        spark.sql(f"SELECT * FROM {store}.orders FOR DATES SINCE '2022-05-01'").collect()
    assert caught.value.getCondition() == "ALMANAC_INCOMPATIBLE_SCHEMA"
    assert "the table's column id is BIGINT, the file's is STRING" in shown(caught.value)


def test_the_place_in_the_statement(spark: SparkSession) -> None:
    with pytest.raises(ParseException) as caught:
        spark.sql("SELECT *\nFROM lake.sales.orders\n  FOR TOMORROW")
    assert (
        shown(caught.value)
        .rstrip()
        .endswith(
            "SQLSTATE: 42601 (line 3, pos 2)\n\n== SQL ==\n"
            "SELECT *\nFROM lake.sales.orders\n  FOR TOMORROW\n--^^^"
        )
    )


def test_parts_of_a_message(spark: SparkSession) -> None:
    with pytest.raises(AnalysisException) as caught:
        spark.sql("SELECT * FROM lake.sales.orders FOR '2022-05-04'").collect()
    parameters = caught.value.getMessageParameters()
    assert parameters["message"].startswith("Cannot read lake.sales.orders for 2022-05-04")
