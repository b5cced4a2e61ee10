"""The forms of event, the states and the bodies: what holds in every language."""
