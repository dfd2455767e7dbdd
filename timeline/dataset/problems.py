"""What is wrong with a data folder, one sentence for each place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One problem; `line` counts from 1 and is the first line of its record, `column` may be empty."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """Return the line that people and editors read: file:line: column: message."""
        where = f"{self.file}:{self.line}: "
        return where + (f"{self.column}: {self.message}" if self.column else self.message)


class DataError(ValueError):
    """A data folder that cannot be loaded; `problems` are all of its problems, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def guess(word: str, known: Iterable[str]) -> str:
    """Return a closing ', did you mean ...?' when a known word is close, else nothing."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.75)
    return f"; did you mean '{close[0]}'?" if close else ""


def not_utf8(file: str, error: UnicodeDecodeError) -> Problem:
    """Return the problem of a file that is in another encoding."""
    line = error.object.count(b"\n", 0, error.start) + 1
    byte = error.object[error.start]
    return Problem(
        file, line, "", f"byte 0x{byte:02x} at position {error.start} is not UTF-8; save it as UTF-8"
    )
