"""HTML from Python: nested calls in, escaped text out.

The page's changing parts travel as HTML, not as Dash components: Dash asks each mounted component at each
change whether it is meant, so that a thousand of them cost most of a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

Content = str | Markup | None | Iterable["Content"]
"""Text (escaped), markup (as it is), nothing, or several of these."""

_VOID = frozenset({"br", "img", "input", "link", "meta"})


def tag(name: str, /, *content: Content, **attributes: Any) -> Markup:
    """Return an element. `class_` and `for_` lose their underscore, `aria_label` becomes aria-label.

    An attribute that is None or False is left out, one that is True stands without a value.
    """
    written = "".join(
        _attribute(key, value) for key, value in attributes.items() if value not in (None, False)
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")  # noqa: S704 - escaped, as below
    return Markup(f"<{name}{written}>{join(*content)}</{name}>")  # noqa: S704


def join(*content: Content) -> Markup:
    """Return several pieces as one."""
    return Markup("".join(map(_written, content)))  # noqa: S704


def _written(content: Content) -> str:
    if content is None:
        return ""
    if isinstance(content, str):
        return str(escape(content))
    return "".join(map(_written, content))


def _attribute(key: str, value: Any) -> str:
    name = key.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
