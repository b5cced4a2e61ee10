"""The record for programs: its addresses, its description, what may be sent."""
