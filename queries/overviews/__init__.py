"""What takes several questions together: figures of the start page, and scenarios compared."""
