"""The notebooks run from beginning to end, and print what the repository's copies show."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import nbformat
import pytest

from notebooks import code, run, texts
from spark_home import PROJECT

NOTEBOOKS = sorted((PROJECT / "examples/notebooks").glob("*.ipynb"))


def test_there_are_some() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_it_shows_what_it_is_kept_with(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    nbformat.validate(kept)
    fresh = run(path)
    assert texts(fresh) == texts(kept), "keep the new outputs with .ci/python --notebooks"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_it_is_kept_with_its_outputs(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    assert [cell.execution_count for cell in code(kept)] == list(range(1, len(code(kept)) + 1))
    pictures = [
        base64.b64decode(out.data["image/png"])
        for cell in code(kept)
        for out in cell.outputs
        if "image/png" in out.get("data", {})
    ]
    assert pictures
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 5_000 for picture in pictures)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_it_names_no_machine(path: Path) -> None:
    text = path.read_text()
    assert not re.findall(r"(?:/home|/root|/tmp|/Users|/var|/opt|/work)/[\w.-]+", text)
