"""Divergence: a timeline of an alternate history."""
