"""The tab "Datasets" in Spark's UI, as programs read it."""

from __future__ import annotations

import json
import time
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class Tab:
    """The tab of an application.

    :param ui: where its UI is, ``http://127.0.0.1:4040``
    """

    ui: str

    def html(self, page: str = "", **parameters: str) -> str:
        """What a page shows: ``tab.html("dataset", dataset="lake.sales.orders")``."""
        return self._get(f"{page}/" if page else "", parameters)

    def facts(self, page: str = "", **parameters: str) -> dict[str, Any]:
        """The same for programs."""
        return json.loads(self._get(f"{page}/json/" if page else "json/", parameters))

    def query(self, text: str) -> dict[str, Any]:
        """The last query whose text has a part, once it has ended. Spark tells of it later."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            queries = self.facts()["queries"]
            found = [query for query in queries if text in query["text"]]
            if found and found[0]["status"] != "RUNNING":
                return found[0]
            if time.monotonic() > deadline:
                raise AssertionError(f"no query with {text} has ended: {queries}")
            time.sleep(0.2)

    def _get(self, path: str, parameters: Mapping[str, str]) -> str:
        address = f"{self.ui}/datasets/{path}?{urllib.parse.urlencode(parameters)}"
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.read().decode()
