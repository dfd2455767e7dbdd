"""Comparison: seasons, episodes or people side by side, in numbers, words and matrices."""
