"""How gunicorn serves the app: `make run`, or plain `gunicorn` in this folder."""

from __future__ import annotations

import os
from typing import Any

wsgi_app = "app:server"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"
worker_class = "gthread"
# Eight at most wait for pictures that a browser draws; the others answer meanwhile.
threads = 16
# The data is read once, before the port answers: a broken folder ends the start with its problems.
preload_app = True
# A socket to steer a running server, in the home folder of whoever serves: nobody does.
control_socket_disable = True
loglevel = "warning"


def when_ready(server: Any) -> None:
    """Say the address once it answers."""
    for listener in server.LISTENERS:
        print(f"The timeline is at {listener} (Ctrl+C ends it)", flush=True)
