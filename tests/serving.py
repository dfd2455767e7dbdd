"""Serve the app as `make run` does, on a free port, for as long as a test needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def serving(folder: str | Path, app: str = "app:server") -> Iterator[str]:
    """Serve a data folder and yield the address, without a slash at its end; `app` may name another app.

    Raises RuntimeError with the server's log if it does not start, or if it met an error while it served.
    """
    with tempfile.TemporaryFile("w+") as log:
        # The socket is bound here and handed over: nobody else can take the port in between, and a
        # first request waits in its queue until the app is up.
        with socket.create_server(("127.0.0.1", 0)) as listener:
            url = f"http://127.0.0.1:{listener.getsockname()[1]}"
            server = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "--bind", f"fd://{listener.fileno()}", app],
                cwd=ROOT,
                env={**os.environ, "DATA": str(folder)},
                pass_fds=(listener.fileno(),),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        with server:
            try:
                urllib.request.urlopen(f"{url}/health", timeout=60).close()
                yield url
            finally:
                server.terminate()
                server.wait(30)
                log.seek(0)
                said = log.read()
                if "Traceback" in said:
                    message = f"the server met an error:\n{said}"
                    raise RuntimeError(message)
