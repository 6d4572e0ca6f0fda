"""Change, money and ability."""
