"""A picture as one HTML file: it opens without a network and keeps hover and zoom; its events as a list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from plotly.offline import get_plotlyjs

from timeline import fonts, theme
from timeline.export.order import Order
from timeline.query import select

_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "font-src data:"
)
"""The file asks nobody for anything, and says so to the browser."""
_CLICK = re.compile(r"<br>Click: [^<]*")
_DOCUMENT = r"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width={width}">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="description" content="{description}">
<meta name="generator" content="Divergence">
<title>{title}</title>
<style>{font}
:root{{color-scheme:{scheme};--ground:{ground};--text:{text};--muted:{muted};--edge:{edge}}}
body{{margin:0 auto;max-width:{width}px;background:var(--ground);color:var(--text);
 font:14px/1.5 Inter,system-ui,sans-serif}}
h1{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
#frame{{overflow:hidden}}
#picture{{width:{width}px;height:{height}px;transform-origin:0 0}}
nav,p,details{{margin:8px 16px}}
button,nav a{{font:inherit;color:inherit;background:none;border:1px solid var(--edge);border-radius:6px;
 padding:4px 12px;margin-right:4px;text-decoration:none;cursor:pointer}}
:focus-visible{{outline:2px solid currentColor;outline-offset:2px}}
a{{color:inherit}}
p,nav span,time{{color:var(--muted)}}
summary{{cursor:pointer;width:max-content;min-height:24px}}
ol{{columns:28em;padding-left:3em}}
</style>
</head>
<body>
{nav}<main>
<h1>{title}</h1>
<div id="frame" style="height:{height}px"><div id="picture" role="img" aria-label="{description}"></div></div>
<noscript><p>{description}</p></noscript>
<nav aria-label="Picture"><button type="button" data-zoom="0.5">Zoom in</button><button type="button"
 data-zoom="2">Zoom out</button><button type="button" data-zoom="0">Whole picture</button>
<span>Point at a mark to see what it is; drag across the picture to zoom into it.</span></nav>
<p>{said}</p>
{listing}
</main>
<script>{plotly}</script>
<script>
const picture = document.getElementById("picture"), spec = {spec};
const address = {address}, live = {live}, query = {query}, events = {events};
const fonts = [400, 600, 700].map((weight) => document.fonts.load(`${{weight}} 12px Inter`));
Promise.all(fonts).then(() => Plotly.newPlot(picture, spec.data, spec.layout, {config})).then(() => {{
  const marks = spec.data.find((trace) => trace.name === "events");
  picture.dataset.drawn = marks ? marks.x.length : 0;
  const fit = () => {{
    const share = Math.min(1, document.body.clientWidth / {width});
    picture.style.transform = share < 1 ? `scale(${{share}})` : "";
    picture.parentElement.style.height = `${{{height} * share}}px`;
  }};
  addEventListener("resize", fit);
  fit();
  const whole = [...spec.layout.xaxis.range];
  for (const button of document.querySelectorAll("[data-zoom]")) button.onclick = () => {{
    const [from, to] = picture.layout.xaxis.range, half = (to - from) / 2 * Number(button.dataset.zoom);
    const middle = (from + to) / 2;
    const range = half && half * 2 < whole[1] - whole[0] ? [middle - half, middle + half] : whole;
    Plotly.relayout(picture, {{"xaxis.range": [...range]}});
  }};
  if (address || events) picture.on("plotly_click", ({{points: [point]}}) => {{
    if (!point || !point.id) return;
    if (events) {{
      if (/^\w/.test(point.id)) location = `${{events}}${{point.id}}.html`;
      return;
    }}
    const asked = new URLSearchParams(query);
    asked.set("event", point.id);
    const home = {{"?": live, "/": address.slice(0, -1)}}[point.id[0]];
    window.open(home === undefined ? `${{address}}?${{asked}}` : home + point.id, "_blank", "noopener");
  }});
}});
</script>
</body>
</html>
"""


def page(order: Order, *, bundle: str = "", events: str = "", nav: str = "") -> str:
    """Return an order as HTML.

    bundle: address of a script with Plotly, which then is not in the file. events: where pages of events
    begin, to which marks and list then lead. nav: HTML for its beginning.
    """
    spec = _spec(order)
    ground = theme.tokens(dark=order.dark)
    plotly = get_plotlyjs() if not bundle else ""
    written = _DOCUMENT.format(
        width=round(spec["layout"]["width"]),
        height=round(spec["layout"]["height"]),
        policy=_POLICY if not bundle else _POLICY.replace("script-src", "script-src 'self'"),
        description=escape(order.alt),
        title=escape(order.title),
        font=fonts.embedded(),
        scheme="dark" if order.dark else "light",
        said=_said(order),
        listing=_listing(order, events),
        nav=nav,
        events=_script(events),
        plotly="\0",
        spec=_script(spec),
        address=_script(order.address),
        live=_script(order.live.partition("?")[0]),
        query=_script(order.view.to_query()),
        config=_script({**theme.GRAPH_CONFIG, "responsive": False}),
        **{name: ground[name] for name in ("ground", "text", "muted", "edge")},
    )
    tag = f'<script src="{escape(bundle)}">' if bundle else "<script>"
    return written.replace("<script>\0", f"{tag}{plotly}", 1)


def _spec(order: Order) -> dict[str, Any]:
    """Return the picture with an axis that can be zoomed; its doors lead somewhere or say nothing of it."""
    layout = order.spec["layout"]
    data = order.spec["data"]
    if not order.address:
        data = [
            {**trace, "hovertext": [_CLICK.sub("", tip) for tip in trace["hovertext"]]}
            if "hovertext" in trace
            else trace
            for trace in data
        ]
    return {
        "data": data,
        "layout": {**layout, "dragmode": "zoom", "xaxis": {**layout["xaxis"], "fixedrange": False}},
    }


def _script(value: Any) -> str:
    """Return a value as JavaScript that no HTML can end."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _said(order: Order) -> str:
    """Return what the picture tells and where it is from, with the way to its page if it has one."""
    way = ""
    if order.live:
        whole = escape(order.live)
        way = f' Live: <a href="{whole}">{whole}</a>'
    return f"{escape(order.alt)} {escape(order.source)}{way}"


def _listing(order: Order, pages: str) -> str:
    """Return the events as a list that opens: the same as the picture, for whoever reads it."""
    entries = "".join(_entries(order, pages))
    count = len(select(order.dataset, order.view))
    head = f"The same as a list: {count:,} event{'' if count == 1 else 's'}"
    return f"<details><summary>{head}</summary><ol>{entries}</ol></details>" if count else ""


def _entries(order: Order, pages: str) -> Iterator[str]:
    events = select(order.dataset, order.view)[["id", "words", "headline", "episode"]]
    for event, words, headline, episode in events.itertuples(index=False, name=None):
        told = f" ({escape(episode)})" if episode else ""
        named = f'<a href="{pages}{event}.html">{escape(headline)}</a>' if pages else escape(headline)
        yield f"<li><time>{escape(words)}</time> {named}{told}</li>"
