"""The marks as paths: the shapes that Plotly draws for its symbols, around a point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from types import MappingProxyType

Points = tuple[tuple[float, float], ...]


def _square(r: float) -> Points:
    return ((r, r), (-r, r), (-r, -r), (r, -r))


def _diamond(r: float) -> Points:
    d = r * 1.3
    return ((d, 0), (0, d), (-d, 0), (0, -d))


def _cross(r: float) -> Points:
    near, far = r * 0.4, r * 1.2
    return (
        *((far, near), (near, near), (near, far), (-near, far), (-near, near), (-far, near)),
        *((-far, -near), (-near, -near), (-near, -far), (near, -far), (near, -near), (far, -near)),
    )


def _saltire(r: float) -> Points:
    d = r * 0.8 / sqrt(2)
    return (
        *((0, d), (d, 2 * d), (2 * d, d), (d, 0), (2 * d, -d), (d, -2 * d)),
        *((0, -d), (-d, -2 * d), (-2 * d, -d), (-d, 0), (-2 * d, d), (-d, 2 * d)),
    )


def _up(r: float) -> Points:
    wide = r * 2 / sqrt(3)
    return ((-wide, r / 2), (wide, r / 2), (0, -r))


def _down(r: float) -> Points:
    return tuple((x, -y) for x, y in _up(r))


def _pentagon(r: float) -> Points:
    return (
        *((0.951 * r, -0.309 * r), (0.588 * r, 0.809 * r), (-0.588 * r, 0.809 * r), (-0.951 * r, -0.309 * r)),
        (0, -r),
    )


def _hexagon(r: float) -> Points:
    x, y = r * sqrt(3) / 2, r / 2
    return ((x, -y), (x, y), (0, r), (-x, y), (-x, -y), (0, -r))


def _star(r: float) -> Points:
    d = 1.4 * r
    half = ((0.225, -0.309), (0.951, -0.309), (0.363, 0.118), (0.588, 0.809), (0, 0.382))
    right = [(x * d, y * d) for x, y in half]
    return (*right, *((-x, y) for x, y in right[-2::-1]), (0, -d))


_SHAPES: Mapping[str, Callable[[float], Points]] = MappingProxyType(
    {
        "square": _square, "diamond": _diamond, "cross": _cross, "x": _saltire, "triangle-up": _up,
        "triangle-down": _down, "pentagon": _pentagon, "hexagon": _hexagon, "star": _star,
    }
)  # fmt: skip


def outline(symbol: str, x: float, y: float, size: float) -> str:
    """Return the path of a symbol of a nominal size in px, its middle at (x, y).

    Raises ValueError for a symbol that has no shape here.
    """
    r = size / 2
    if symbol == "circle":
        return (
            f"M{x + r:.2f},{y:.2f}a{r:.2f},{r:.2f} 0 1 1 {-2 * r:.2f},0a{r:.2f},{r:.2f} 0 1 1 {2 * r:.2f},0Z"
        )
    if symbol not in _SHAPES:
        message = f"symbol {symbol!r} has no shape; those that have: circle, {', '.join(_SHAPES)}"
        raise ValueError(message)
    return "M" + "L".join(f"{x + dx:.2f},{y + dy:.2f}" for dx, dy in _SHAPES[symbol](r)) + "Z"
