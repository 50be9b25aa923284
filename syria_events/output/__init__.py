"""Events as rows, and rows as files and tables."""
