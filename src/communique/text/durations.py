"""How long something took, in words that people read."""

import re


def duration_named(value: str) -> str:
    """An ISO 8601 duration in words: ``PT1H30M`` is "1 hour 30 minutes"; other words unchanged."""
    found = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", value)
    if found is None or not any(found.groups()):
        return value
    units = zip(found.groups(), ("day", "hour", "minute", "second"), strict=True)
    return " ".join(
        f"{number} {unit}{'' if number == '1' else 's'}" for number, unit in units if number
    )
