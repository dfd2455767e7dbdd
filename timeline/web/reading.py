"""From an address to what it asks for: the data set as far as it was watched, the View, the notices."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import gate
from timeline.dataset import Dataset
from timeline.view import View


@dataclass(frozen=True, slots=True)
class Reading:
    """What an address asks for. `dataset` holds only what the reader has watched: nobody looks elsewhere.

    `path` is the page's, whether or not there is such a page. `view.seen` is what is served, `asked` what the
    address says of it, `beyond` that where it is too much; `remembered` is what `read` was told of the
    browser; `season` the one up to which a reader looks for his episode.
    """

    dataset: Dataset
    view: View
    notices: tuple[str, ...] = ()
    path: str = "/"
    asked: str = ""
    beyond: str = ""
    remembered: str | None = None
    season: int = 0

    @property
    def written(self) -> View:
        """The View as the address should say it: without an answer that it did not give itself."""
        return self.view if self.beyond else self.view.but(seen=self.asked)


def read(whole: Dataset, query: str, path: str = "/", *, remembered: str | None = None) -> Reading:
    """Read a query string; what cannot be understood becomes a notice, as what is not known yet does.

    `remembered` is the browser's answer to how far its reader has watched ("" for none yet); None is a caller
    without a browser, for whom the address rules.
    """
    asked, said = View.parse(query, whole)
    passage = gate.passage(whole, asked.seen, remembered)
    dataset = gate.known(whole, passage.seen)
    view, notices = View.parse(query, dataset)
    # An episode that is not watched is none that there is not: of that word alone the whole set knows.
    heard = [notice for notice in said if notice.startswith("seen:")]
    heard += [notice for notice in notices if not notice.startswith("seen:")]
    seen = view.but(seen=passage.seen)
    return Reading(dataset, seen, tuple(heard), path, asked.seen, passage.beyond, remembered)


def href(view: View, path: str = "/") -> str:
    """Return the address of a View on a page of this site."""
    query = view.to_query()
    return f"{path}?{query}" if query else path
