"""Pictures: each a pure function of a data set, a View and a size in px."""
