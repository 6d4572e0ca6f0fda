"""The embedded engine, which runs in a child process."""
