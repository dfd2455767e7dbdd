"""HTML from Python, where the pages look for it."""

from timeline.markup import Content, join, tag

__all__ = ["Content", "join", "tag"]
