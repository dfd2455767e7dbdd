"""The tests, and the commands that measure and picture the running app."""
