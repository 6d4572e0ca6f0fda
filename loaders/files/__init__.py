"""Files that nobody trusts, read for every format: encodings, YAML, JSON, XML, workbooks, places and limits."""
