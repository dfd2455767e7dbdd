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
DRIVER = (sys.executable, "-m", "playwright", "--version")
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300", "--yes", "--no-install-recommends")
NO_BROWSER = (
    "The browser tests need Chromium or Chrome: install it (Debian: apt-get install chromium), "
    "or name one that is there with CHROME=path."
)
NO_DRIVER = "Playwright's driver does not start: install libatomic (Debian: apt-get install libatomic1)."


class ChromeError(RuntimeError):
    """No browser to drive; the message says what to install."""


def find() -> str:
    """Return the browser's path: what CHROME names, else the first known one that starts."""
    named = os.environ.get("CHROME")
    if named:
        path = shutil.which(named)
        if path is None or not starts(path, "--version"):
            message = f"CHROME={named} is no browser that starts. {NO_BROWSER}"
            raise ChromeError(message)
        return path
    for candidate in (*map(shutil.which, NAMES), *map(str, filter(Path.exists, PLACES))):
        if candidate is not None and starts(candidate, "--version"):
            return candidate
    raise ChromeError(NO_BROWSER)


def starts(*command: str) -> bool:
    """Tell whether a command ends well: a browser may be there by name alone, or lack a library."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def bring() -> None:
    """Install what is missing, if root asks; raise ChromeError if something still is."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        wanted = [] if starts(*DRIVER) else ["libatomic1"]
        try:
            find()
        except ChromeError:
            if os.environ.get("CHROME"):
                raise
            wanted.append("chromium")
        if wanted:
            install(*wanted)
    find()
    if not starts(*DRIVER):
        raise ChromeError(NO_DRIVER)


def install(*packages: str) -> None:
    """Install Debian's packages; raise ChromeError with what apt-get said if it cannot."""
    print(f"Installing Debian's {' and '.join(packages)} for the browser tests ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (("update",), ("install", *packages)):
        done = subprocess.run([*APT, *words], check=False, env=quiet, capture_output=True, text=True)
        if done.returncode != 0:
            message = f"{done.stdout}{done.stderr}\n`apt-get {' '.join(words)}` failed. {NO_BROWSER}"
            raise ChromeError(message)


if __name__ == "__main__":
    try:
        bring()
    except ChromeError as error:
        sys.exit(str(error))
