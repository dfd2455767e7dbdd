"""Find a Chromium for the browser tests, or bring Debian's: `python -m tests.chrome`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "chromium-browser")
PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
WANTED = (
    "The browser tests need Chromium or Chrome: install it (Debian: apt-get install chromium), "
    "or name one that is there with CHROME=path."
)


class ChromeError(RuntimeError):
    """No browser to drive; the message says what to install."""


def find() -> str:
    """Return the browser's path: what CHROME names, else the first known one that starts."""
    named = os.environ.get("CHROME")
    if named:
        path = shutil.which(named)
        if path is None or not _starts(path):
            message = f"CHROME={named} is no browser that starts. {WANTED}"
            raise ChromeError(message)
        return path
    for candidate in (*map(shutil.which, NAMES), *map(str, filter(Path.exists, PLACES))):
        if candidate is not None and _starts(candidate):
            return candidate
    raise ChromeError(WANTED)


def _starts(path: str) -> bool:
    """Tell whether it answers with its version (Ubuntu's chromium-browser may be a shell without a body)."""
    try:
        started = subprocess.run([path, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return started.returncode == 0


def bring() -> str:
    """Return a browser's path, and install Debian's first where none is there and root asks."""
    try:
        return find()
    except ChromeError:
        may_install = os.geteuid() == 0 and shutil.which("apt-get") and not os.environ.get("CHROME")
        if not may_install:
            raise
    print("Installing Debian's chromium for the browser tests ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (("update",), ("install", "--yes", "--no-install-recommends", "chromium")):
        done = subprocess.run([*APT, *words], check=False, env=quiet, capture_output=True, text=True)
        if done.returncode != 0:
            message = f"{done.stdout}{done.stderr}\n`apt-get {' '.join(words)}` failed. {WANTED}"
            raise ChromeError(message)
    return find()


if __name__ == "__main__":
    try:
        bring()
    except ChromeError as error:
        sys.exit(str(error))
