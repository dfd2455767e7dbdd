"""A README with passages that the program writes, each between two marks that name it."""

from __future__ import annotations


def marks(name: str) -> tuple[str, str]:
    """Return the lines between which a passage stands."""
    return f"<!-- {name} -->", f"<!-- /{name} -->"


def into(readme: str, name: str, passage: str) -> str:
    """Return a README with a passage between its two marks; raises ValueError unless each stands once."""
    start, end = marks(name)
    if readme.count(start) != 1 or readme.count(end) != 1 or readme.index(end) < readme.index(start):
        raise ValueError(f"the lines '{start}' and '{end}' must stand once and in this order")
    before, rest = readme.split(start)
    return f"{before}{start}\n{passage}\n{end}{rest.split(end)[1]}"
