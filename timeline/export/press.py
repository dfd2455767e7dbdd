"""The press: a drawing in, PNG or PDF out, by one warm browser."""

from __future__ import annotations

import asyncio
import atexit
import threading
from collections.abc import Collection, Coroutine
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import Any, TypeVar

from choreographer.browsers import Chromium
from choreographer.errors import (
    BrowserClosedError,
    BrowserFailedError,
    ChannelClosedError,
    ChromeNotFoundError,
    DevtoolsProtocolError,
)
from kaleido import Kaleido
from kaleido.errors import KaleidoError

from timeline import fonts
from timeline.export.problems import LateError, NoBrowserError

_BROKEN = (
    *(BrowserClosedError, BrowserFailedError, ChannelClosedError, DevtoolsProtocolError, KaleidoError),
    *(CancelledError, RuntimeError, OSError),
)
"""What a browser that died or hung makes of a drawing; another one may do better."""
_QUIET = (
    *("--disable-background-networking", "--disable-default-apps", "--disable-extensions"),
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
"""The browser draws what it is handed and asks nobody for anything."""
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Press</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; font-src data:;
 style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<style>%s html,body{margin:0}svg{display:block}</style><style id="sheet"></style>
<script>
const paint = async (svg, width, height) => {
  const image = new Image(width, height);
  image.src = URL.createObjectURL(new Blob([svg], {type: "image/svg+xml"}));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  return canvas.toDataURL("image/png").split(",")[1];
};
const lay = async (svg, title, width, height) => {
  document.title = title;
  document.getElementById("sheet").textContent = `@page{size:${width}px ${height}px;margin:0}`;
  document.body.innerHTML = svg;
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 12px Inter`)));
  return "";
};
const kaleido_scopes = {async plotly({data: {svg, title}, format, width, height, scale}) {
  const result = format === "pdf"
    ? await lay(svg, title, width, height)
    : await paint(svg, Math.round(width * scale), Math.round(height * scale));
  return {code: 0, message: "", format, result};
}};
</script></head><body></body></html>
"""
_Answer = TypeVar("_Answer")


class Press:
    """Print drawings; safe from many threads, and nothing is started before the first drawing.

    limit: seconds after which a drawing is given up, and the browser with it.
    """

    def __init__(self, limit: float = 30) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._browser: _Browser | None = None

    def draw(self, svg: str, form: str, size: tuple[int, int], scale: float = 1, title: str = "") -> bytes:
        """Return an SVG as "png" of `size` times `scale` px, or as "pdf" of `size` px.

        Raises NoBrowserError, LateError.
        """
        drawing = {"data": [], "layout": {}, "svg": svg, "title": title}
        options = {"format": form, "width": size[0], "height": size[1], "scale": scale}
        for again in (True, False):
            try:
                browser = self._warm()
            except TimeoutError:
                raise LateError(self._limit) from None
            try:
                return browser.draw(drawing, options)
            except TimeoutError:
                self._drop(browser)
                raise LateError(self._limit) from None
            except _BROKEN as error:
                self._drop(browser)
                if not again:
                    raise NoBrowserError(str(error)) from error
        raise AssertionError

    def _warm(self) -> _Browser:
        """Return the running browser, started now if there is none."""
        with self._lock:
            if self._browser is None:
                self._browser = _Browser(self._limit)
                atexit.register(self.close)
            return self._browser

    def _drop(self, browser: _Browser) -> None:
        with self._lock:
            if self._browser is browser:
                self._browser = None
                atexit.unregister(self.close)
        browser.end()

    def close(self) -> None:
        """End the browser, if there is one; the next drawing starts another."""
        with self._lock:
            browser, self._browser = self._browser, None
        if browser:
            browser.end()


class _Browser:
    """A browser, and the thread that talks to it."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._ending = threading.Lock()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="press", daemon=True)
        self._thread.start()
        self._kaleido: Kaleido | None = None
        try:
            self._kaleido = self._ask(_opened(limit))
        except ChromeNotFoundError:
            self.end()
            raise NoBrowserError from None
        except TimeoutError:
            self.end()
            raise
        except _BROKEN as error:
            self.end()
            raise NoBrowserError(str(error)) from error

    def draw(self, drawing: dict[str, Any], options: dict[str, Any]) -> bytes:
        """Return a drawing as the options want it; raises TimeoutError, or one of the broken."""
        if self._kaleido is None:
            raise BrowserClosedError
        return self._ask(self._kaleido.calc_fig(drawing, options))

    def _ask(self, work: Coroutine[Any, Any, _Answer]) -> _Answer:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(self._limit)
        except TimeoutError:
            future.cancel()
            raise

    def end(self) -> None:
        """End the browser and the thread; a second call does nothing."""
        with self._ending:
            if self._loop.is_closed():
                return
            with suppress(TimeoutError, *_BROKEN):
                asyncio.run_coroutine_threadsafe(_closed(self._kaleido), self._loop).result(15)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()


class _Quiet(Chromium):
    """Chromium without a network."""

    def get_cli(self) -> list[str]:
        """Return the command that starts it."""
        return [*super().get_cli(), *_QUIET]


class _Page:
    """The page that prints, in place of the one with Plotly: what comes here is drawn already."""

    def generate_index(self) -> str:
        """Return it as HTML."""
        return _PAGE.replace("%s", fonts.embedded(), 1)


class _Warm(Kaleido):  # type: ignore[misc]
    """Kaleido with a tab that tells when its page is there, however soon that is."""

    async def _conform_tabs(self, tabs: Collection[Any] | None = None) -> None:
        """Ask for the page's events before it is opened: Kaleido does after, and may wait for ever."""
        for tab in tabs or self.tabs.values():
            await tab.send_command("Page.enable")
        await super()._conform_tabs(tabs)


async def _opened(limit: float) -> Kaleido:
    return await _Warm(n=1, timeout=limit, page_generator=_Page(), browser_cls=_Quiet)


async def _closed(kaleido: Kaleido | None) -> None:
    """Close a browser, and whatever its thread still waits for."""
    if kaleido:
        await kaleido.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.wait(others, timeout=5) if others else None
