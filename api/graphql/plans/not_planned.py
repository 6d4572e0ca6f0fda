"""What says that a plan does not cover a query, which is then answered by the library."""


class NotPlanned(Exception):  # noqa: N818 - a way to go on, not a fault
    """The plan does not cover this query, or these values of it."""
