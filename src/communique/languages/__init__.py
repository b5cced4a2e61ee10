"""One folder a language: cues, titles, dates, and the examples of the forms."""
