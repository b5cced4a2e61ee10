"""What is wrong in a call: every exception the package raises descends from CommuniqueError."""


class CommuniqueError(Exception):
    """Something in a call cannot be done; the message says what was met, expected, and to do."""
