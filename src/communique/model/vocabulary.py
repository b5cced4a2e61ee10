"""The closed lists of the record: one spelling each, in code, exports and pages alike."""

from enum import StrEnum


class Form(StrEnum):
    """Which kind of contact it was."""

    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    LETTER = "letter"
    SUMMIT = "summit"
    TALKS = "talks"
    SESSION = "session"
    SIGNING = "signing"
    SUMMONS = "summons"
    CREDENTIALS = "credentials"
    RECALL = "recall"
    JOINT_STATEMENT = "joint-statement"
    CONTACTS = "contacts"


GATHERINGS = frozenset({Form.SUMMIT, Form.SESSION})
"""Forms at which many come together, as a rule what a body holds."""


class Means(StrEnum):
    """What carried a contact."""

    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in person"
    LETTER = "letter"
    MESSAGE = "message"


class Route(StrEnum):
    """How one contact ran."""

    DIRECT = "direct"
    MEDIATED = "mediated"
    BACK_CHANNEL = "back channel"


class Status(StrEnum):
    """What an account says became of a contact."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    DENIED = "denied"
    NOT_HELD = "not held"
    RUMOURED = "rumoured"


OTHERWISE = (Status.DENIED, Status.REFUSED, Status.NOT_HELD)
"""Statuses by which an account says otherwise."""


class UndertakingKind(StrEnum):
    """What sort of undertaking the words give."""

    AGREEMENT = "agreement"
    INTENTION = "intention"
    READINESS = "readiness"
    INSTRUCTION = "instruction"
    RESOLVE = "resolve"
    INVITATION = "invitation"
    SCHEDULE = "schedule"
    CONDITION = "condition"
    PLEDGE = "pledge"


class Strength(StrEnum):
    """How far the words go, weakest first."""

    MENTIONED = "mentioned"
    TOUCHED_UPON = "touched upon"
    NOTED = "noted or stressed"
    INTENDS = "intends or is ready"
    RESOLVED = "resolved"
    AGREED = "agreed"
    INSTRUCTED = "instructed"
    DONE = "done"

    @property
    def rank(self) -> int:
        """0 for the weakest, 7 for the strongest."""
        return list(Strength).index(self)


class CellState(StrEnum):
    """Where one account stands on one point."""

    SAYS = "says"
    SAYS_OTHERWISE = "says otherwise"
    NOT_QUOTED = "not quoted"
    SILENT = "silent"
    NO_ACCOUNT = "no account held"


class AttributionMode(StrEnum):
    """How a passage is put on somebody's word."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    CARRIED_OVER = "carried over"
    NONE = "none"


class Voice(StrEnum):
    """Who is speaking in a passage."""

    SIDE = "side"
    OUTLET = "outlet"
    BACKGROUND = "background"
    FURNITURE = "furniture"


ASIDE = (Voice.BACKGROUND, Voice.FURNITURE)
"""Voices in which nothing is told as news."""


class Verdict(StrEnum):
    """How well a point is backed, counted by origins."""

    CORROBORATED = "corroborated"
    ECHOED = "echoed"
    SINGLE = "single"
    DISPUTED = "disputed"


class JudgementKind(StrEnum):
    """What a person judges."""

    CONTACT = "contact"
    ACTOR = "actor"
    ORIGINAL = "original"
    ORIGIN = "origin"
    UNDERTAKING = "undertaking"
    POINT = "point"
    STORY = "story"
    CHANNEL = "channel"
    FORMAT = "format"
    CLOSE = "close"
    SCORE = "score"
    REVISES = "revises"


class SameOrNot(StrEnum):
    """What a person decides of things of one kind: that they are one, or are not."""

    SAME = "same"
    NOT_SAME = "not same"


class Openness(StrEnum):
    """Whether an undertaking is still owed."""

    OPEN = "open"
    REPEATED = "repeated"
    CLOSED = "closed"


class ChannelStep(StrEnum):
    """A step in the life of a channel, as somebody tells of it."""

    ANNOUNCED = "announced"
    IN_USE = "in use"
    FIRST_USE = "first use"
    MEETING = "meeting"
    DORMANT = "dormant"
    RESUMED = "resumed"
    ENDED = "ended"
    NAMED = "named"


class Score(StrEnum):
    """How far an undertaking was complied with, as a person judges it.

    The scale of the G7 and G20 Research Groups: +1 is full compliance, what was undertaken is done;
    0 is partial compliance or work in progress, begun in earnest and not finished; -1 is
    non-compliance, nothing was done or what was done goes against it. See J. Kirton, E. Kokotsis,
    J. Guebert and C. Bracht, "Compliance Coding Manual for International Institutional
    Commitments", Global Governance Program, University of Toronto, 2016 and 12 November 2020,
    chapter 5, "Scoring".
    """

    FULL = "+1"
    PARTIAL = "0"
    NONE = "-1"


DOES_NOT_REVISE = "does not revise"
VERDICTS: dict[str, tuple[str, ...]] = {
    JudgementKind.CONTACT: tuple(SameOrNot),
    JudgementKind.ACTOR: tuple(SameOrNot),
    JudgementKind.ORIGINAL: tuple(SameOrNot),
    JudgementKind.ORIGIN: tuple(SameOrNot),
    JudgementKind.UNDERTAKING: tuple(SameOrNot),
    JudgementKind.POINT: tuple(SameOrNot),
    JudgementKind.STORY: tuple(SameOrNot),
    JudgementKind.CHANNEL: tuple(SameOrNot),
    JudgementKind.FORMAT: tuple(SameOrNot),
    JudgementKind.CLOSE: (Openness.CLOSED, Openness.OPEN),
    JudgementKind.SCORE: tuple(Score),
    JudgementKind.REVISES: ("revises", DOES_NOT_REVISE),
}
"""The closed list of what can be decided of each kind; the last decision stands."""


class FindingType(StrEnum):
    """How the accounts stand to one another on one aspect."""

    ONE_SIDE_ONLY = "one side only"
    STRONGER = "stronger than its original"
    WEAKER = "weaker than its original"
    QUOTE_DRIFT = "quote drift"
    TRANSLATION_VARIANT = "translation variant"
    NAME_WORDING = "name wording"
    STRENGTH_DIFFERS = "strength differs"
    STATUS_DIFFERS = "status differs"
    DATE_DIFFERS = "date differs"
    PARTICIPANTS_DIFFER = "participants differ"
    MEANS_DIFFERS = "means differs"
    PLACE_DIFFERS = "place differs"
    DURATION_DIFFERS = "duration differs"
    INITIATOR_DIFFERS = "initiator differs"
    DETAIL_DROPPED = "detail dropped"
    DETAIL_ADDED = "detail added"
    ATTRIBUTION_LATE = "attribution late"
    ATTRIBUTION_LOST = "attribution lost"
    TENSION = "tension"


class Aspect(StrEnum):
    """A question that an account may answer."""

    PARTY = "party"
    FORM = "form"
    MEANS = "means"
    ROUTE = "route"
    STATUS = "status"
    DATE = "date"
    PLACE = "place"
    DURATION = "duration"
    INITIATOR = "initiator"
    CHANNEL = "channel"
    FORMAT = "format"
    TOPIC = "topic"
    REMARK = "remark"
    UNDERTAKING = "undertaking"
    POSITION = "position"
    LABEL = "label"
    PRESENCE = "presence"
    PROJECT = "project"
    MATTER = "matter"


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    OFFICE = "office"
    STATE = "state"
    BODY = "body"
    GROUP = "group"


class PartyRole(StrEnum):
    """In what role an actor took part in a contact."""

    PARTICIPANT = "participant"
    HOST = "host"
    GUEST = "guest"
    MEDIATOR = "mediator"
    SENDER = "sender"
    RECIPIENT = "recipient"


class DocumentKind(StrEnum):
    """The genre of a document."""

    ARTICLE = "article"
    DISPATCH = "dispatch"
    READOUT = "readout"
    COMMUNIQUE = "communiqué"
    RELEASE = "release"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    POST = "post"


class OriginalKind(StrEnum):
    """The genre of an original that a document relies on."""

    READOUT = "readout"
    RELEASE = "release"
    STATEMENT = "statement"
    LETTER = "letter"
    MEMO = "memo"
    COMMUNIQUE = "communiqué"
    TRANSCRIPT = "transcript"
    BRIEFING = "briefing"
    POST = "post"
    INTERVIEW = "interview"
    REMARKS = "remarks"
    REPORT = "report"


OUTLETS = frozenset({DocumentKind.ARTICLE, DocumentKind.DISPATCH})
"""Kinds of document that outlets write; all others are texts that a side issues itself."""
OFFICIAL = {
    DocumentKind.READOUT: OriginalKind.READOUT,
    DocumentKind.RELEASE: OriginalKind.RELEASE,
    DocumentKind.STATEMENT: OriginalKind.STATEMENT,
    DocumentKind.COMMUNIQUE: OriginalKind.COMMUNIQUE,
    DocumentKind.TRANSCRIPT: OriginalKind.TRANSCRIPT,
    DocumentKind.POST: OriginalKind.POST,
}
"""The originals that documents of a side's own are."""


class Held(StrEnum):
    """How much of an original the record holds."""

    EXCERPTS = "excerpts"
    FULL = "full"


class Sharing(StrEnum):
    """What two documents share word for word."""

    WHOLE_COPY = "whole copy"
    PARTIAL_COPY = "partial copy"
    OFFICIAL_TEXT = "shared official text"
    QUOTATION = "shared quotation"
    NONE = "none"

    @property
    def is_copy(self) -> bool:
        """Whether one outlet's own telling stands in both, whole or in part."""
        return self in (Sharing.WHOLE_COPY, Sharing.PARTIAL_COPY)


class BlockKind(StrEnum):
    """What a stretch of a document's text is on its page."""

    PARAGRAPH = "paragraph"
    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    CAPTION = "caption"
    ADVERT = "advert"
    SHARE = "share"
    LEAD = "lead"
    PUBLISHED = "published"
    UPDATED = "updated"
    DATE_LINE = "date line"
    LETTERHEAD = "letterhead"
    OTHER = "other"

    @property
    def is_account(self) -> bool:
        """Whether the outlet tells its news here, so that claims may be read from it."""
        return self in (BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.SUBHEADING)


NO_SIGN = "no-sign"
"""The code of the problem of a document that a first look found no sign of a contact in."""
NO_CONTACT = "no-contact-at-signs"
"""The code of the problem of a document whose signs of a contact told of none."""
PASSED_OVER = frozenset({NO_SIGN, NO_CONTACT})
"""Codes of documents that were not read whole by choice: counted, and no cause for alarm."""
