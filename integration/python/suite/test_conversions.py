"""Results as Python objects, pandas and Arrow: every type that Almanac yields."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from lake import Lake

UTC = dt.UTC
INSTANT = dt.datetime(2022, 5, 1, 10, 0, 0, 123456)
LOCAL = dt.datetime(1969, 7, 20, 20, 17, 40, 1)
ITEM = pa.struct([("k", pa.list_(pa.date32()))])

#: A column of each type: Arrow's, what Spark calls it, and a value. Each has a null below it.
COLUMNS = {
    "flag": (pa.bool_(), "boolean", True),
    "tiny": (pa.int8(), "tinyint", -128),
    "small": (pa.int16(), "smallint", 32767),
    "whole": (pa.int32(), "int", -(2**31)),
    "long": (pa.int64(), "bigint", 2**53 + 1),
    "single": (pa.float32(), "float", 1.5),
    "double": (pa.float64(), "double", 0.1),
    "text": (pa.string(), "string", "Ärger 🌍"),
    "bytes": (pa.binary(), "binary", b"\x00\xff"),
    "price": (pa.decimal128(10, 2), "decimal(10,2)", Decimal("-1.20")),
    "wide": (pa.decimal128(38, 8), "decimal(38,8)", Decimal("1" * 30 + ".12345678")),
    "day": (pa.date32(), "date", dt.date(1582, 10, 15)),
    "instant": (pa.timestamp("us", "UTC"), "timestamp", INSTANT),
    "local": (pa.timestamp("us"), "timestamp_ntz", LOCAL),
    "list": (pa.list_(pa.int64()), "array<bigint>", [1, 3]),
    "map": (pa.map_(pa.string(), pa.int64()), "map<string,bigint>", [("a", 1)]),
    "struct": (pa.struct([("a", pa.int32())]), "struct<a:int>", {"a": 7}),
    "nested": (pa.list_(ITEM), "array<struct<k:array<date>>>", [{"k": [dt.date(2022, 1, 1)]}]),
}

#: What a format cannot hold: ORC files of others have no instants that Spark reads.
MISSING = {"parquet": set(), "arrow": set(), "orc": {"instant", "local"}}


def columns(ending: str) -> list[str]:
    return [name for name in COLUMNS if name not in MISSING[ending]]


@pytest.fixture(scope="module", params=MISSING)
def ending(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def typed(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory, ending: str):
    root = tmp_path_factory.mktemp("types")
    arrays = {
        name: pa.array([COLUMNS[name][2], None], COLUMNS[name][0]) for name in columns(ending)
    }
    Lake(root).day("types", "2022-05-01", pa.table(arrays), ending=ending)
    return (
        spark.read.format("almanac").option("dates", "2022-05-01").load(str(root / "types")).cache()
    )


def test_types(typed, ending: str) -> None:
    assert dict(typed.dtypes) == {name: COLUMNS[name][1] for name in columns(ending)}


def test_rows(typed, ending: str) -> None:
    full, empty = sorted(typed.collect(), key=lambda row: row.flag is None)
    expected = {name: COLUMNS[name][2] for name in columns(ending)} | {"map": {"a": 1}}
    assert full.asDict(recursive=True) == expected
    assert set(empty) == {None}


def test_arrow(typed, ending: str) -> None:
    table = typed.toArrow()
    for name in columns(ending):
        field = table.schema.field(name)
        if name == "instant":
            assert field.type == pa.timestamp("us", "UTC")
            assert table[name].to_pylist() == [INSTANT.replace(tzinfo=UTC), None]
        else:
            assert field.type.equals(COLUMNS[name][0]), field
            assert table[name].to_pylist() == [COLUMNS[name][2], None], name


@pytest.mark.parametrize("by_arrow", ["true", "false"])
def test_pandas(spark: SparkSession, typed, ending: str, by_arrow: str) -> None:
    spark.conf.set("spark.sql.execution.arrow.pyspark.enabled", by_arrow)
    table = typed.toPandas()
    spark.conf.unset("spark.sql.execution.arrow.pyspark.enabled")
    assert list(table.columns) == columns(ending)
    for name in set(columns(ending)) - {"list", "map", "struct", "nested"}:
        value, missing = table[name]
        wanted = COLUMNS[name][2]
        # Whole numbers beside nulls become floating point in pandas.
        assert value == (float(wanted) if name == "long" else wanted), name
        assert pd.isna(missing), name
    assert list(table["list"][0]) == COLUMNS["list"][2]
    assert table["map"][0] == {"a": 1}
    struct = table["struct"][0]
    assert (struct["a"] if isinstance(struct, dict) else struct.a) == 7
    if "instant" in table:
        assert table.dtypes["instant"] == np.dtype("datetime64[ns]")


def test_no_rows(spark: SparkSession) -> None:
    none = spark.sql("SELECT * FROM lake.sales.orders FOR '2022-05-01' WHERE id < 0")
    assert none.toPandas().dtypes.to_dict() == {
        "id": np.dtype("int64"),
        "price": np.dtype("float64"),
        "note": np.dtype("object"),
    }
    assert none.toArrow().schema.names == ["id", "price", "note"]
    assert none.toArrow().num_rows == 0


def test_hidden_columns(spark: SparkSession) -> None:
    table = spark.sql("SELECT _date, _hour, _frame, _metadata FROM lake.sales.clicks FOR LATEST")
    arrow = table.toArrow().to_pylist()
    assert {row["_hour"] for row in arrow} == {9, 10, 11}
    assert arrow[0]["_metadata"]["file_modification_time"].tzinfo is not None
    assert set(table.toPandas()["_date"]) == {dt.date(2022, 5, 1)}


def test_variant(spark: SparkSession, lake: Lake, store: str) -> None:
    lake.day("events", "2022-05-01", [{"event": '{"a": [1, {"b": null}]}'}])
    event = spark.sql(f"SELECT parse_json(event) AS e FROM {store}.events FOR '2022-05-01'")
    assert event.collect()[0].e.toPython() == {"a": [1, {"b": None}]}
    assert event.toPandas()["e"][0].toPython() == {"a": [1, {"b": None}]}


def test_many_batches(spark: SparkSession, lake: Lake, store: str) -> None:
    many = pa.table({"id": pa.array(range(50_000))})
    for day in (1, 2):
        lake.day("many", f"2022-05-0{day}", many, ending="parquet" if day == 1 else "arrow")
    read = spark.sql(f"SELECT id, _date FROM {store}.many FOR DATES SINCE '2022-05-01'")
    assert read.toArrow().num_rows == 100_000
    assert read.toPandas()["id"].sum() == 2 * sum(range(50_000))
    assert sum(1 for _ in read.toLocalIterator()) == 100_000


def test_python_functions(spark: SparkSession) -> None:
    read = spark.sql("SELECT * FROM lake.sales.orders FOR '2022-05-03'")
    doubled = f.udf(lambda price: price * 2, "double")
    rows = read.select(doubled("price").alias("twice")).orderBy("twice").collect()
    assert [row.twice for row in rows] == [9.0, 12.0, 15.0]

    def keep_dear(batches):
        for batch in batches:
            yield batch[batch.price > 5]

    assert read.mapInPandas(keep_dear, read.schema).count() == 2


def test_pandas_on_spark(spark: SparkSession) -> None:
    import pyspark.pandas as ps

    frame = ps.sql("SELECT id, price FROM lake.sales.orders FOR '2022-05-03'")
    assert frame.price.sum() == 18.0
