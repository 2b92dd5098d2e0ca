"""``spark.catalog``, views, caches, and the refusal of all that would write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import DataFrame, SparkSession

from lake import Lake

ORDERS = "lake.sales.orders"


@pytest.fixture
def elsewhere(spark: SparkSession) -> Iterator[None]:
    """Goes back to Spark's own catalog after the test."""
    yield
    spark.sql("USE spark_catalog.default")


@pytest.fixture
def day(spark: SparkSession) -> DataFrame:
    return spark.sql(f"SELECT * FROM {ORDERS} FOR '2022-05-03'")


def test_list_tables(spark: SparkSession) -> None:
    tables = spark.catalog.listTables("lake.sales")
    assert [(t.name, t.catalog, t.namespace) for t in tables] == [
        ("clicks", "lake", ["sales"]),
        ("orders", "lake", ["sales"]),
    ]
    assert {t.tableType for t in tables} == {"EXTERNAL"}
    shown = spark.sql("SHOW TABLES IN lake").select("namespace", "tableName").collect()
    assert [tuple(row) for row in shown] == [
        ("", "prices"),
        ("sales", "clicks"),
        ("sales", "orders"),
    ]


def test_look_up_a_table(spark: SparkSession) -> None:
    assert spark.catalog.tableExists(ORDERS)
    assert not spark.catalog.tableExists("lake.sales.order")
    assert spark.catalog.getTable(ORDERS).name == "orders"
    columns = spark.catalog.listColumns(ORDERS)
    assert [(c.name, c.dataType) for c in columns] == [
        ("id", "bigint"),
        ("price", "double"),
        ("note", "string"),
    ]


def test_current_catalog(spark: SparkSession, elsewhere) -> None:
    spark.catalog.setCurrentCatalog("lake")
    assert spark.catalog.currentCatalog() == "lake"
    assert [d.name for d in spark.catalog.listDatabases()] == ["sales"]
    assert spark.sql("SELECT * FROM sales.orders FOR '2022-05-02'").count() == 2
    spark.catalog.setCurrentDatabase("sales")
    assert spark.catalog.currentDatabase() == "sales"
    assert [t.name for t in spark.catalog.listTables()] == ["clicks", "orders"]
    assert spark.sql("SELECT * FROM orders FOR '2022-05-02'").count() == 2


def test_use(spark: SparkSession, elsewhere) -> None:
    spark.sql("USE lake.sales")
    assert spark.sql("SELECT * FROM orders FOR '2022-05-02'").count() == 2
    assert spark.read.option("versionAsOf", "2022-05-03").table("orders").count() == 3
    with pytest.raises(AnalysisException, match="SCHEMA_NOT_FOUND"):
        spark.sql("USE lake.slaes")


def test_temporary_view(spark: SparkSession, day: DataFrame) -> None:
    day.createOrReplaceTempView("one_day")
    assert spark.table("one_day").count() == 3
    with pytest.raises(AnalysisException, match="one_day"):
        spark.sql("SELECT * FROM one_day FOR '2022-05-01'").collect()
    spark.catalog.dropTempView("one_day")


def test_cache(spark: SparkSession, day: DataFrame) -> None:
    day.createOrReplaceTempView("one_day")
    spark.catalog.cacheTable("one_day")
    assert spark.catalog.isCached("one_day")
    assert spark.table("one_day").count() == 3
    spark.catalog.uncacheTable("one_day")
    assert not spark.catalog.isCached("one_day")
    spark.catalog.dropTempView("one_day")
    spark.sql(f"CACHE TABLE kept AS SELECT * FROM {ORDERS} FOR '2022-05-02'")
    assert spark.table("kept").count() == 2
    spark.sql("UNCACHE TABLE kept")


def test_show(day: DataFrame, capsys: pytest.CaptureFixture[str]) -> None:
    day.orderBy("id").show(2)
    assert capsys.readouterr().out.rstrip().splitlines() == [
        "+---+-----+-------+",
        "| id|price|   note|",
        "+---+-----+-------+",
        "|  1|  4.5|order 1|",
        "|  2|  6.0|order 2|",
        "+---+-----+-------+",
        "only showing top 2 rows",
    ]


def test_display_in_a_notebook(spark: SparkSession, day: DataFrame) -> None:
    assert repr(day) == "DataFrame[id: bigint, price: double, note: string]"
    spark.conf.set("spark.sql.repl.eagerEval.enabled", True)
    html = day.orderBy("id")._repr_html_()
    spark.conf.unset("spark.sql.repl.eagerEval.enabled")
    assert "<tr><td>1</td><td>4.5</td><td>order 1</td></tr>" in html


def test_explain(day: DataFrame, capsys: pytest.CaptureFixture[str]) -> None:
    day.filter("id > 1").explain()
    plan = capsys.readouterr().out
    assert "dates: 2022-05-03" in plan
    assert "PushedFilters: [IsNotNull(id), GreaterThan(id,1)]" in plan


def test_describe(spark: SparkSession) -> None:
    about = {
        row.col_name: row.data_type
        for row in spark.sql(f"DESCRIBE TABLE EXTENDED {ORDERS} FOR '2022-05-03'").collect()
    }
    assert about["price"] == "double"
    assert about["_date"] == "date"
    assert about["Type"] == "EXTERNAL"
    assert about["Provider"] == "almanac"


def sql(text: str) -> Callable[[DataFrame], object]:
    return lambda day: day.sparkSession.sql(text).collect()


REFUSED = {
    "append": lambda day: day.writeTo(ORDERS).append(),
    "create": lambda day: day.writeTo("lake.sales.copy").create(),
    "create or replace": lambda day: day.writeTo(ORDERS).createOrReplace(),
    "replace": lambda day: day.writeTo(ORDERS).replace(),
    "overwrite": lambda day: day.writeTo(ORDERS).overwritePartitions(),
    "save": lambda day: day.write.saveAsTable("lake.sales.copy"),
    "save over": lambda day: day.write.mode("overwrite").saveAsTable(ORDERS),
    "save onto": lambda day: day.write.mode("append").saveAsTable(ORDERS),
    "insert into": lambda day: day.write.insertInto(ORDERS),
    "insert": sql(f"INSERT INTO {ORDERS} VALUES (9, 9.0, 'nine')"),
    "update": sql(f"UPDATE {ORDERS} SET id = 9"),
    "merge": sql(f"MERGE INTO {ORDERS} t USING {ORDERS} s ON t.id = s.id WHEN MATCHED THEN DELETE"),
    "alter": sql(f"ALTER TABLE {ORDERS} ADD COLUMN more INT"),
    "drop": sql(f"DROP TABLE {ORDERS}"),
    "create table as": sql(f"CREATE TABLE lake.sales.copy AS SELECT * FROM {ORDERS} FOR LATEST"),
}


@pytest.mark.parametrize("write", REFUSED.values(), ids=REFUSED)
def test_writes_are_refused(sales: Lake, day: DataFrame, write) -> None:
    before = contents(sales.root)
    with pytest.raises(PySparkException) as caught:
        write(day)
    assert caught.value.getSqlState() == "0A000"
    assert "does not" in str(caught.value)
    assert contents(sales.root) == before


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE TABLE {}"])
def test_deletes_are_refused(sales: Lake, spark: SparkSession, statement: str) -> None:
    before = contents(sales.root)
    with pytest.raises(AnalysisException, match="does not support"):
        spark.sql(statement.format(ORDERS))
    assert contents(sales.root) == before


@pytest.mark.parametrize("mode", ["error", "ignore", "overwrite", "append"])
@pytest.mark.parametrize(
    ("folder", "condition"),
    [("sales/orders", "ALMANAC_UNSUPPORTED"), ("sales/new", "ALMANAC_NO_SUCH_DATASET")],
)
def test_the_source_refuses_to_write(
    sales: Lake, day: DataFrame, mode: str, folder: str, condition: str
) -> None:
    before = contents(sales.root)
    path = sales.root / folder
    with pytest.raises(AnalysisException, match=r"reads data .* does not write") as caught:
        day.write.format("almanac").mode(mode).save(str(path))
    assert caught.value.getCondition() == condition
    assert contents(sales.root) == before


def contents(root: Path) -> dict[str, str]:
    """Every file below a folder, with a digest of what it holds."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_a_copy_elsewhere(spark: SparkSession, day: DataFrame, tmp_path: Path) -> None:
    day.write.parquet(str(tmp_path / "copy"))
    assert spark.read.parquet(str(tmp_path / "copy")).count() == 3
