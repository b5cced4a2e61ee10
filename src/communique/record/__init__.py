"""What users hold: a record that is read into, looked into, decided on and kept."""

from communique.record.opening import open_record
from communique.record.record import Record

__all__ = ["Record", "open_record"]
