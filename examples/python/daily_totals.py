"""Totals per day of a dataset, for a nightly ``spark-submit``.

    spark-submit --jars catalyst-ext/target/fast/almanac-catalyst-ext-0.1.0-SNAPSHOT-bundle.jar \\
      --conf spark.sql.extensions=dev.almanac.AlmanacExtensions \\
      --conf spark.sql.catalog.lake=dev.almanac.catalog.AlmanacCatalog \\
      --conf spark.sql.catalog.lake.location=/tmp/lake/data \\
      examples/python/daily_totals.py lake.sales.orders price \\
        --from 2022-05-01 --to 2022-05-31 --output /tmp/lake/reports/may

writes one row per day, with the number of rows and the column's sum. Days that cannot be read are
named on the output; with ``--complete`` they fail the job before it writes anything.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as f


def arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Writes the totals per day of a dataset.")
    parser.add_argument("table", help="catalog.prefix.dataset, such as lake.sales.orders")
    parser.add_argument("column", help="the column to add up")
    parser.add_argument("--from", dest="first", type=dt.date.fromisoformat, required=True)
    parser.add_argument("--to", dest="last", type=dt.date.fromisoformat, required=True)
    parser.add_argument("--output", required=True, help="the folder to write, as CSV")
    parser.add_argument("--complete", action="store_true", help="fail if a day is missing")
    return parser.parse_args(words)


def missing_days(spark: SparkSession, args: argparse.Namespace) -> list[str]:
    """The gaps of the range, as a person reads them."""
    catalog, _, dataset = args.table.partition(".")
    gaps = spark.sql(
        f"CALL {catalog}.system.gaps(:dataset, from => :first, to => :last)",
        {"dataset": dataset, "first": args.first, "last": args.last},
    )
    return [described(gap) for gap in gaps.collect()]


def described(gap: Row) -> str:
    days = str(gap["from"]) if gap.days == 1 else f"{gap['from']} .. {gap.to}"
    return f"{days}, hours {gap.hours}" if gap.hours else f"{days}: {gap.state}"


def totals(spark: SparkSession, args: argparse.Namespace) -> DataFrame:
    read = spark.read.option("versionAsOf", f"{args.first}..{args.last}").table(args.table)
    total = f.sum(f.col(args.column)).alias("total")
    return read.groupBy(f.col("_date").alias("day")).agg(f.count("*").alias("rows"), total)


def main(words: list[str]) -> int:
    args = arguments(words)
    spark = SparkSession.builder.appName(f"Totals of {args.table}").getOrCreate()
    try:
        missing = missing_days(spark, args)
        for gap in missing:
            print(f"{args.table} has no data for {gap}")
        if missing and args.complete:
            return 1
        result = totals(spark, args).orderBy("day").coalesce(1)
        result.write.mode("overwrite").csv(args.output, header=True)
    except AnalysisException as error:
        print(error)  # what is wrong and the way out, without a stack trace
        return 1
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
