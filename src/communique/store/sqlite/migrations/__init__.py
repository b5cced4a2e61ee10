"""The migrations of a record in SQLite, shipped with the package."""
