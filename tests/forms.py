"""An answer's HTML as a browser takes it: what its form would send, where its links lead, what it says."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Self
from urllib.parse import urlencode

VOID = {"input", "br", "img"}


class Form(HTMLParser):
    """Parsed pieces of HTML.

    fields: names and values that the form sends. links: href of each link. ids: every id, in order.
    words: the text between the tags.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self._select = ""

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Self:
        """Parse pieces; fail where a tag is not closed, or closes another."""
        form = cls()
        for piece in pieces:
            form.feed(str(piece))
            assert not form._open, f"{form._open} stay open in {piece[:200]!r}"
        return form

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        if tag not in VOID:
            self._open.append(tag)
        if tag == "select":
            self._select = given["name"]
        if tag == "option" and "selected" in given:
            self.fields.append((self._select, given["value"]))
        sent = given.get("type") not in {"checkbox", "radio"} or "checked" in given
        if tag == "input" and "name" in given and sent:
            self.fields.append((given["name"], given["value"]))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes another"

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def query(self) -> str:
        """Return the query that assets/form.js would ask: what is filled, several values comma-joined."""
        answers: dict[str, str] = {}
        for name, value in self.fields:
            if value:
                answers[name] = f"{answers[name]},{value}" if name in answers else value
        return urlencode(answers)
