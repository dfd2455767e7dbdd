"""Inter: its own file, and the web font of the letters that the texts use, made once a machine."""

from __future__ import annotations

import base64
import os
import tempfile
from functools import cache
from pathlib import Path

import fontpkg_inter
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

_SOURCE = "Inter[opsz,wght].ttf"
OPTICAL_SIZE = 14
_FAMILY = "Inter"
_WEIGHTS = (400, 700)
_LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
    *range(0x218, 0x21C),  # Romanian comma below
    *range(0x2010, 0x2028),
    *range(0x2030, 0x203B),
    *(0x20AC, 0x2116, 0x2122, 0x2212),
    *range(0x2190, 0x2194),
)


def source() -> Path:
    """Return the path of the whole face: a variable TTF, its axes opsz and wght."""
    return Path(fontpkg_inter.__file__).parent / "files" / _SOURCE


@cache
def embedded() -> str:
    """Return the style rule that carries the web font itself, for pages that can ask nobody for it."""
    carried = base64.b64encode(inter().read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:{_FAMILY};font-weight:{_WEIGHTS[0]} {_WEIGHTS[1]};font-display:block;"
        f"src:url(data:font/woff2;base64,{carried}) format('woff2')}}"
    )


@cache
def inter() -> Path:
    """Return the path of the woff2 file, made now if this machine has none of this version yet."""
    stamp = f"{source().stat().st_size:x}-{OPTICAL_SIZE}-{len(_LETTERS)}"
    target = _folder() / f"inter-{stamp}.woff2"
    if not target.exists():
        _make(target)
    return target


def _folder() -> Path:
    """Return a folder of this user's that outlives the process."""
    default = Path.home() / ".cache" if os.access(Path.home(), os.W_OK) else Path(tempfile.gettempdir())
    folder = Path(os.environ.get("XDG_CACHE_HOME") or default) / "divergence"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _make(target: Path) -> None:
    """Write the subset; another process that does the same meanwhile is no harm."""
    font = TTFont(source())
    options = Options()
    options.layout_features = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum"]
    options.flavor = "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_LETTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": _WEIGHTS}, inplace=True)
    font.flavor = "woff2"
    handle, made = tempfile.mkstemp(dir=target.parent, suffix=".woff2")
    os.close(handle)
    font.save(made)
    Path(made).replace(target)
