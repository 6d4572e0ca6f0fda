"""How we came to know it: source formats, runs, provenance and the bundled registers."""
