"""Reading queries compiled to Python: what is asked often is not worked out field by field each time."""
