"""Serve a data folder: `python app.py`, or any WSGI server with `app:server`.

The environment says what and where: DATA, HOST and PORT; and in PROXIES how many proxies of one's own stand
before it, so that the addresses it writes are those that the world knows.
"""

from __future__ import annotations

import os

from timeline import dataset, web

app = web.create_app(
    dataset.load(os.environ.get("DATA", "data/for-all-mankind")), proxies=int(os.environ.get("PROXIES", "0"))
)
server = app.server

if __name__ == "__main__":
    app.run(host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "8050")))
