"""What lets a view be taken away: the embed, oEmbed, the tags of a shared link, and the share menu."""

from __future__ import annotations
