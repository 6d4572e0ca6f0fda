"""What each page shows, without HTTP: read from the store, worded in a language, ready for its template."""
