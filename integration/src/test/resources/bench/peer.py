"""Answers questions about data with a library of Python, and times itself.

A line of JSON comes in, {"question": .., "rows": ..}, and a line goes out: {"millis": .., "cpu": ..},
with the rows if they are asked for, or {"error": ..}. A question to Polars is an expression that gives
a lazy frame; one to Opteryx is SQL.
"""

import datetime
import json
import os
import re
import sys
import time
from decimal import Decimal


def polars_answers():
    import polars as pl

    def answer(question):
        return eval(question, {"pl": pl, "Decimal": Decimal}).collect().rows()

    return answer


def opteryx_answers():
    import opteryx
    from opteryx.connectors import DiskConnector
    from opteryx.managers.schemes import MabelPartitionScheme

    stores = set()

    def answer(question):
        for store in set(re.findall(r"FROM (\w+)\.", question)) - stores:
            opteryx.register_store(store, DiskConnector, partition_scheme=MabelPartitionScheme)
            stores.add(store)
        return [tuple(row) for row in opteryx.query(question).fetchall()]

    return answer


def encoded(value):
    """A value as JSON has it: a decimal as text in a list, a date as text."""
    if isinstance(value, Decimal):
        return [str(value)]
    if isinstance(value, datetime.datetime):
        at_midnight = value.time() == datetime.time()
        return value.date().isoformat() if at_midnight else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode()
    return value.item() if hasattr(value, "item") else value


def main():
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # nothing that a library prints is an answer
    answer = {"polars": polars_answers, "opteryx": opteryx_answers}[sys.argv[1]]()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            cpu, start = time.process_time(), time.perf_counter()
            rows = answer(asked["question"])
            end, cpu_end = time.perf_counter(), time.process_time()
            said = {"millis": (end - start) * 1000, "cpu": (cpu_end - cpu) * 1000}
            if asked["rows"]:
                said["rows"] = [[encoded(cell) for cell in row] for row in rows]
        except Exception as error:
            said = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(said), file=out, flush=True)


main()
