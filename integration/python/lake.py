"""Writes the dated folders that the tests read: what a nightly job would have left behind."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.feather
import pyarrow.orc
import pyarrow.parquet
import zstandard

Row = Mapping[str, object]


def _json_lines(table: pa.Table) -> bytes:
    return "".join(json.dumps(row, default=str) + "\n" for row in table.to_pylist()).encode()


def _write_jsonl(table: pa.Table, path: Path) -> None:
    path.write_bytes(_json_lines(table))


def _write_jsonl_zst(table: pa.Table, path: Path) -> None:
    path.write_bytes(zstandard.compress(_json_lines(table)))


def _write_arrow(table: pa.Table, path: Path) -> None:
    pa.feather.write_feather(table, path, compression="zstd", chunksize=1000)


WRITERS: Mapping[str, Callable[[pa.Table, Path], None]] = {
    "parquet": pa.parquet.write_table,
    "orc": pa.orc.write_table,
    "arrow": _write_arrow,
    "jsonl": _write_jsonl,
    "jsonl.zst": _write_jsonl_zst,
    "csv": pa.csv.write_csv,
}


@dataclass(frozen=True)
class Lake:
    """A folder of datasets."""

    root: Path

    def day(
        self,
        dataset: str,
        day: str | dt.date,
        rows: pa.Table | Sequence[Row],
        *,
        ending: str = "parquet",
        frame: str | None = None,
        complete: bool = True,
        hour: int | None = None,
        name: str = "part-0",
    ) -> Path:
        """Writes one file of a day, and returns its path.

        :param dataset: the folder below the root, ``sales/orders``
        :param ending: one of :data:`WRITERS`
        :param frame: the stamp of the frame that the file is a part of, ``20220502-021500``
        :param complete: whether the frame gets its ``frame.complete``
        """
        date = dt.date.fromisoformat(str(day))
        folder = self.root / dataset / f"year_{date:%Y}/month_{date:%m}/day_{date:%d}"
        if hour is not None:
            folder = folder / "by_hour" / f"hour={hour:02d}"
        if frame is not None:
            folder = folder / f"as_at_{frame}"
        folder.mkdir(parents=True, exist_ok=True)
        if frame is not None and complete:
            (folder / "frame.complete").touch()
        path = folder / f"{name}.{ending}"
        table = rows if isinstance(rows, pa.Table) else pa.Table.from_pylist(list(rows))
        WRITERS[ending](table, path)
        return path
