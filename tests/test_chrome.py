"""A missing browser is said aloud, with what to install."""

from __future__ import annotations

import os
import shutil

import pytest

from tests import chrome


def test_a_named_browser_that_is_not_there_is_never_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", "no-such-browser")
    with pytest.raises(chrome.ChromeError, match="CHROME=no-such-browser is no browser that starts"):
        chrome.bring()


def test_without_one_and_without_root_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(chrome, "PLACES", ())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(chrome.ChromeError, match="apt-get install chromium"):
        chrome.bring()


def test_a_program_that_fails_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", "false")
    with pytest.raises(chrome.ChromeError, match="is no browser that starts"):
        chrome.find()


def test_a_driver_that_does_not_start_says_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", "true")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(chrome, "DRIVER", ("false",))
    with pytest.raises(chrome.ChromeError, match="apt-get install libatomic1"):
        chrome.bring()


def test_root_is_brought_what_is_missing_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(chrome, "NAMES", ("no-such-browser",))
    monkeypatch.setattr(chrome, "PLACES", ())
    monkeypatch.setattr(chrome, "install", lambda *packages: installed.extend(packages))
    monkeypatch.setattr(shutil, "which", {"apt-get": "/usr/bin/apt-get"}.get)
    with pytest.raises(chrome.ChromeError, match="apt-get install chromium"):
        chrome.bring()
    assert installed == ["chromium"]
