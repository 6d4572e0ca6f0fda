"""Answers as workbooks and CSV files."""
