"""Runs notebooks, and compares or keeps what they print.

    python integration/python/notebooks.py --keep examples/notebooks/*.ipynb

runs them and writes their outputs into the files, as ``.ci/python --notebooks`` does.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from spark_home import bundle, environment

_SECONDS_PER_CELL = 180


def run(path: Path) -> NotebookNode:
    """Runs a notebook from its first cell in a new kernel, in its own folder."""
    book = nbformat.read(path, as_version=4)
    for cell in book.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    os.environ.update(
        environment(), ALMANAC_BUNDLE=str(bundle()), PYDEVD_DISABLE_FILE_VALIDATION="1"
    )
    NotebookClient(
        book,
        timeout=_SECONDS_PER_CELL,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    for cell in book.cells:
        if cell.cell_type == "code":
            # What Spark logs when it starts is about this machine.
            cell.outputs = [out for out in cell.outputs if out.get("name") != "stderr"]
    book.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return book


def texts(book: NotebookNode) -> list[list[str]]:
    """What each code cell shows as text; of a picture, that there is one."""
    return [[_text(out) for out in cell.outputs] for cell in code(book)]


def code(book: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in book.cells if cell.cell_type == "code"]


def _text(out: NotebookNode) -> str:
    if out.output_type == "stream":
        return out.text
    if out.output_type == "error":
        return f"{out.ename}: {out.evalue}"
    return "a picture" if "image/png" in out.data else out.data.get("text/plain", "")


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Runs notebooks.")
    parser.add_argument("--keep", action="store_true", help="write the outputs into the files")
    parser.add_argument("notebooks", nargs="+", type=Path)
    args = parser.parse_args(words)
    for path in args.notebooks:
        book = run(path)
        if args.keep:
            nbformat.write(book, path)
        print(f"{path}: {len(code(book))} cells were run")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
