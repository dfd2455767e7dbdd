"""datapackage.json: which tables a data folder lists, and the words of its own vocabularies."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from timeline.dataset.problems import Problem, guess, not_utf8
from timeline.schema import OWN_VOCABULARIES, TABLES

FILE = "datapackage.json"
NOTICE_LENGTH = 60
"""So long is what a data set says of itself at the foot of every picture."""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What datapackage.json says; `vocabularies` by table.column.

    `listed` are the tables that it names, `files` the file of each that can be looked for.
    """

    source: str = field(default="", repr=False)
    about: Mapping[str, Any] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)
    vocabularies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def problem(self, column: str, message: str, near: str = "", turn: int = 1) -> Problem:
        """Return a problem at the line where the text `near` stands for the `turn`-th time, or at line 1."""
        quoted = re.escape(json.dumps(near, ensure_ascii=False))
        found = [match.start() for match in re.finditer(quoted, self.source)]
        line = self.source.count("\n", 0, found[turn - 1]) + 1 if len(found) >= turn else 1
        return Problem(FILE, line, column, message)


def parse(content: bytes) -> tuple[Descriptor, list[Problem]]:
    """Return a description and what is wrong with it; an empty one where nothing can be read of it."""
    try:
        source = content.decode("utf-8-sig")
        about = json.loads(source)
    except UnicodeDecodeError as error:
        return Descriptor(), [not_utf8(FILE, error)]
    except json.JSONDecodeError as error:
        message = f"is no JSON at character {error.colno} of the line ({error.msg})"
        return Descriptor(), [Problem(FILE, error.lineno, "", message)]
    if not isinstance(about, dict) or not isinstance(about.get("resources"), list):
        return Descriptor(), [
            Problem(FILE, 1, "resources", "is missing; a data package lists its tables there")
        ]
    listed = frozenset(str(found.get("name")) for found in about["resources"] if isinstance(found, dict))
    described = Descriptor(source, about, listed)
    problems = list(_titles(described))
    resources = dict(_resources(described, problems))
    files = {name: str(resource["path"]) for name, resource in resources.items()}
    problems += _other_fields(described, resources)
    vocabularies = dict(_vocabularies(described, resources, problems))
    return replace(described, files=files, vocabularies=vocabularies), problems


def _titles(descriptor: Descriptor) -> Iterator[Problem]:
    """Yield a problem for each text that every page shows and that is not there."""
    for key in ("name", "title"):
        found = descriptor.about.get(key)
        if not isinstance(found, str) or not found.strip():
            yield descriptor.problem(key, "is empty; it must be filled")
    notice = descriptor.about.get("notice", "")
    if not isinstance(notice, str) or len(notice) > NOTICE_LENGTH or "\n" in notice:
        yield descriptor.problem("notice", f"is no line of at most {NOTICE_LENGTH} characters", "notice")


def _resources(descriptor: Descriptor, problems: list[Problem]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and description of each table that can be looked for."""
    seen: list[str] = []
    # A field may be named as a table is; its path stands in one place only.
    nears: list[str] = []
    for resource in descriptor.about["resources"]:
        name = str(resource.get("name", "")) if isinstance(resource, dict) else ""
        seen.append(name)
        nears.append(str(resource.get("path", name)) if isinstance(resource, dict) else "")
        if message := _resource_fault(name, resource, seen):
            problems.append(descriptor.problem("resources", message, nears[-1], nears.count(nears[-1])))
        else:
            yield name, resource
    missing = (table.name for table in TABLES.values() if table.required and table.name not in seen)
    problems += [descriptor.problem("resources", f"'{name}' is not listed; it must be") for name in missing]


def _resource_fault(name: str, resource: Mapping[str, Any], seen: list[str]) -> str:
    """Return what is wrong with a resource, or nothing."""
    if name not in TABLES:
        return f"'{name}' is no table{guess(name, TABLES) or '; allowed: ' + ', '.join(TABLES)}"
    if seen.count(name) > 1:
        return f"'{name}' is listed twice; once is enough"
    path = resource.get("path")
    if not isinstance(path, str) or not re.fullmatch(r"[\w.-]+\.csv", path, re.ASCII):
        return f"'{name}' has the path '{path}'; write the name of a CSV file in the folder, as in {name}.csv"
    return ""


def _vocabularies(
    descriptor: Descriptor, listed: Mapping[str, Mapping[str, Any]], problems: list[Problem]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the data set's own vocabularies: `constraints.enum` of the fields that have one."""
    for name in OWN_VOCABULARIES:
        table, column = name.split(".")
        if table not in listed:
            continue
        words = _enum(listed[table], column)
        if words is None and not TABLES[table].column(column).required:
            yield name, ()
        elif words and len(set(map(str, words))) == len(words) and all(map(_is_word, words)):
            yield name, tuple(words)
        else:
            message = "has no vocabulary; list its words in constraints.enum, each once and without ';'"
            problems.append(descriptor.problem(name, message, listed[table]["path"]))


def _fields(resource: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the fields that a resource describes; none where their shape is another."""
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return [found for found in fields if isinstance(found, dict)] if isinstance(fields, list) else []


def _other_fields(described: Descriptor, resources: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Yield the tables whose described fields are not their columns; a table may describe none."""
    for name, resource in resources.items():
        names = [found.get("name") for found in _fields(resource)]
        if names and names != list(TABLES[name].names):
            columns = ", ".join(TABLES[name].names)
            message = f"the fields of '{name}' are not its columns; they are {columns}"
            yield described.problem("resources", message, resource["path"])


def _enum(resource: Mapping[str, Any], column: str) -> list[Any] | None:
    """Return `constraints.enum` of a field, empty if it is no list, None if there is none."""
    constraints = next(
        (found.get("constraints") for found in _fields(resource) if found.get("name") == column), None
    )
    words = constraints.get("enum") if isinstance(constraints, dict) else None
    return words if words is None or isinstance(words, list) else []


def _is_word(word: object) -> bool:
    """Tell whether a vocabulary may have this word: no list joins it, no cell hides its spaces."""
    return isinstance(word, str) and bool(word) and word == word.strip() and ";" not in word
