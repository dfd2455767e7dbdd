"""The figures without a server: what the README shows, and what nobody loads before it is needed."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import plotly.graph_objects as go
import pytest

import timeline
from tests.pictures import drawn
from tests.serving import ROOT
from tests.sets import MANKIND
from timeline import figures
from timeline.view import View


def test_the_readmes_example_draws_the_figure_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    *lines, last = example.strip().splitlines()
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec("\n".join(lines), names)
    figure = eval(last.partition("#")[0], names)
    assert isinstance(figure, go.Figure)
    assert names["notices"] == ()
    page = drawn(MANKIND, View(season=(4,)), 1600, 900, framed=True)
    assert figure.to_plotly_json() == go.Figure(page).to_plotly_json()


def test_other_names_are_refused_and_the_right_ones_named() -> None:
    with pytest.raises(AttributeError, match="no 'draw'; it has View, figures, load"):
        _ = timeline.draw
    with pytest.raises(AttributeError, match="no 'pie'; its pictures are timeline, compare"):
        _ = figures.pie


def test_a_server_starts_without_the_printers_libraries() -> None:
    program = "import sys, timeline.web; print(sorted({'kaleido', 'choreographer', 'pptx'} & {*sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True, timeout=120
    )
    assert done.stdout == "[]\n"
