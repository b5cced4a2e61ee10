"""What was written is read again, also by later versions with more fields."""

import pytest

from communique.model.codec import NotReadable, from_json, to_json
from communique.model.readings import ActorKey, ChannelNaming

NAMING = ChannelNaming("permanent line", (ActorKey("XKS"), ActorKey("XVD")), "the dam")


def test_what_was_written_before_a_field_came_is_read_with_its_default() -> None:
    written = to_json(NAMING)
    older = {key: written[key] for key in ("name", "parties", "topic")}
    assert from_json(older, ChannelNaming) == NAMING


def test_a_field_that_always_was_must_be_there() -> None:
    written = to_json(NAMING)
    del written["parties"]
    with pytest.raises(NotReadable, match="parties"):
        from_json(written, ChannelNaming)
