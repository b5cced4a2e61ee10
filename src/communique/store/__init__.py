"""Where the record lives, one folder an engine."""
