"""The server starts with a sound folder alone, says where it is, and its errors are heard by the tests."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT, serving


def test_a_broken_folder_is_not_served_and_its_problems_are_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"datapackage\.json"), serving(tmp_path):
        pytest.fail("it serves a folder without a data package")


def test_it_says_its_address_when_it_answers() -> None:
    command = [sys.executable, "-m", "gunicorn"]
    there = {**os.environ, "HOST": "127.0.0.1", "PORT": "0", "DATA": str(ROOT / "tests" / "data")}
    with subprocess.Popen(command, cwd=ROOT, env=there, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        server.send_signal(signal.SIGINT)
    assert said.startswith("The timeline is at http://127.0.0.1:")
