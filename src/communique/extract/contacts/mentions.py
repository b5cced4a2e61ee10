"""One place in the text that tells of a contact: who, in what form, what became of it, when."""

from dataclasses import dataclass, field, replace

from communique.extract.contacts.gainsaying import denied_sides
from communique.extract.contacts.parties.contests import is_contest, meet_as_states, travel_to_play
from communique.extract.contacts.parties.fiction import is_of_no_day
from communique.extract.contacts.parties.gatherings import is_company
from communique.extract.contacts.parties.mediating import mediating_clauses
from communique.extract.contacts.parties.movers import mover_at
from communique.extract.contacts.parties.negotiators import names_nobody
from communique.extract.contacts.parties.parties import sides_at
from communique.extract.contacts.parties.shares import (
    Share,
    is_counted,
    is_summary,
    shared_out,
    time_of,
)
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import HEADINGS, NOMINAL, Link, Site, subject_of, word_of
from communique.extract.contacts.spans import span_told
from communique.extract.contacts.status import status_at
from communique.extract.contacts.times.durations import duration_at
from communique.extract.contacts.times.headed import headed_at
from communique.extract.contacts.times.when import (
    is_old,
    is_past,
    is_summed_up,
    time_at,
)
from communique.extract.contacts.times.where import place_at
from communique.extract.contacts.words.bodies import holds_for_body, is_own_meeting
from communique.extract.contacts.words.finding import find_sites
from communique.extract.contacts.words.means import means_beside, means_under, route_beside
from communique.extract.contacts.words.modifiers import is_definite
from communique.extract.contacts.words.phrases import Keys
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue, VerbCue
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Words
from communique.model.syntax import Sentence
from communique.model.times import TimeMention
from communique.model.vocabulary import GATHERINGS, ActorKind, Form, Means, PartyRole, Route, Status

_OF_TWO = frozenset({Form.LETTER, Form.JOINT_STATEMENT})
"""Forms whose noun alone, with both sides behind it, says that it came about."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one cue tells. ``is_back_reference`` points at a contact told of before."""

    site: Site
    sides: Sides
    form: Form
    is_weak: bool
    status: Status
    span: Span
    means: tuple[Means, Span] | None
    time: TimeMention | None
    duration: TimeMention | None
    place: tuple[Words, Span] | None
    route: tuple[Route, Span] | None
    is_back_reference: bool
    is_another: bool
    is_heading: bool
    is_echo: bool
    """Whether it only goes on about persons named before: "the two also spoke of grain"."""
    states: tuple[str, ...] = field(default=())
    is_unnamed: bool = False
    """Whether who takes part stands elsewhere: "talks resumed in Strelsau"."""
    is_company: bool = False
    """Whether those of several countries met, who are not all named with it."""
    at: int | None = None
    """Where the gathering is told of at which these words say only that somebody was."""
    by: Means | None = None
    """By what means these took part in it."""

    @property
    def is_mere_name(self) -> bool:
        """Whether the words only name the contact, as known, and do not say what became of it."""
        return self.is_back_reference or self.site.link is Link.NAMED

    @property
    def parties(self) -> Keys:
        """Everybody who takes part as these words have it."""
        return self.sides.all


def tellings_in(scene: ContactScene, sentence: Sentence) -> tuple[Telling, ...]:
    """What the cues of one sentence tell, in the order of the text."""
    if is_caption(scene, sentence):
        return ()
    found = []
    for site in find_sites(sentence, scene.cues):
        status = status_at(scene, site)
        if status is None or is_of_no_day(scene, site):
            continue
        for share in shared_out(scene, site, sides_at(scene, site)):
            telling = _telling(scene, site, status, share)
            if telling is not None:
                found.append(telling)
    return tuple(_with_own_time(one, found) for one in found if not _is_done_in(one, found))


def _with_own_time(telling: Telling, others: list[Telling]) -> Telling:
    """A reference back without the time of what it is set beside.

    "The talks were a follow-up to the call of Dan with Brel on Monday": the call was on Monday.
    """
    if not telling.is_back_reference or telling.time is None:
        return telling
    sentence = telling.site.sentence
    above = sentence.ancestors(sentence.within(telling.time.passage.span)[0])
    nearest = next((a for a in above if any(o.site.token == a for o in others)), None)
    is_taken = any(
        o.site.token == nearest and o.time == telling.time and not o.is_back_reference
        for o in others
    )
    return replace(telling, time=None) if is_taken else telling


def _is_done_in(telling: Telling, others: list[Telling]) -> bool:
    """Whether a verb only says what was done in a contact: "briefed Y at a meeting"."""
    site = telling.site
    if telling.form is not Form.CONTACTS or site.link is not Link.VERB:
        return False
    return any(
        one.site.link is Link.BESIDE and one.site.verb == site.token and one.states
        for one in others
    )


def is_caption(scene: ContactScene, sentence: Sentence) -> bool:
    """Whether a sentence in the present tense with a full date at its end describes a picture."""
    root = sentence.root
    if root.tag not in ("VBZ", "VBP", "VB", "VBG", "NN", "NNP", "NNS", "NNPS"):
        return False
    if any(one.tag == "MD" for one in sentence.children(root)):
        return False
    return any(
        one.when.edtf is not None
        and len(one.when.edtf) == len("2021-08-24")
        and one.passage.exact[-4:].isdigit()
        and one.passage.end >= sentence.end - 2
        for one in scene.times_in(sentence)
    )


def _telling(scene: ContactScene, site: Site, status: Status, share: Share) -> Telling | None:
    sides = share.sides
    states = scene.sides_of(sides.all)
    of_body = _is_of_body(scene, site, sides, status)
    of_leaders = bool(sides.all) and _is_of_leaders(scene, site, sides)
    if of_body:
        sides = replace(sides, first=tuple(ActorKey(one) for one in states), second=())
    denied = denied_sides(scene, site, states, status)
    denies, states = denied is not None, denied or states
    points_back = denies or (not of_body and _points_back(scene, site, states))
    of_others = names_nobody(scene, site, sides)
    of_company = not sides.all and is_company(scene, site)
    if not (of_others or of_company) and (
        sides.is_blocked or (len(states) < 2 and not points_back and not of_body)
    ):
        return None
    of_office = of_body and _is_of_ministers(scene, site, share.sides)
    opens = points_back or of_others or of_office or of_company
    if not (opens or _may_open(scene, site, sides, status)):
        return None
    if isinstance(site.cue, VerbCue) and is_summary(scene, site, sides):
        return None
    if is_contest(scene, site, sides.all) or travel_to_play(scene, site, sides.all):
        return None
    time = time_of(scene, site, share)
    if status is Status.PROPOSED and time is not None and is_past(scene, time.when):
        time = None  # "for the aid sent in March, and invited him to visit"
    told = time or headed_at(scene, site)
    if is_old(scene, None if told is None else told.when):
        return None
    if time is None and is_counted(scene, site):
        return None
    if status is Status.HELD and time is not None and is_summed_up(time.when):
        return None
    means = means_at(scene, site)
    place = place_at(scene, site) if share.is_whole else None
    cue = site.cue
    return Telling(
        site=site,
        sides=_with_starter(scene, site, sides),
        form=_form(Form.TALKS if of_others else Form.SUMMIT if of_leaders else cue.form, means),
        is_weak=cue.is_weak and means is None,
        status=Status.DENIED if denies else status,
        span=span_told(scene, site, sides, (time, means, place)),
        means=means,
        time=time,
        duration=duration_at(scene, site),
        place=place,
        route=route_at(scene, site) or _carried_by(sides, site),
        is_back_reference=points_back,
        is_another=_is_another(scene, site),
        is_heading=site.sentence.block_kind in HEADINGS,
        is_echo=cue.is_weak and means is None and time is None and _is_echo(scene, site, sides),
        states=states,
        is_company=of_company,
    )


def _carried_by(sides: Sides, site: Site) -> tuple[Route, Span] | None:
    """That it ran through a third side, where one carried it."""
    if not sides.between:
        return None
    return Route.MEDIATED, Span(site.token.start, site.token.end)


def _with_starter(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The sides with who moved first: by words beside the cue, else as the cue itself has it."""
    starter = sides.starter or mover_at(scene, site)
    if starter is None and site.cue.starts and len(scene.sides_of(sides.first)) == 1:
        starter = sides.first[0]
    return replace(sides, starter=starter)


def _is_echo(scene: ContactScene, site: Site, sides: Sides) -> bool:
    """Whether a sentence names none of the parties otherwise than as "they" or "the two"."""
    named = {
        key
        for mention in scene.mentions.get(site.sentence.index, {}).values()
        if mention.how not in ("role", "pronoun")
        for key in mention.actors
    }
    return not named & set(sides.all)


def _form(form: Form, means: tuple[Means, Span] | None) -> Form:
    """Whatever is said over a line is a call, what is said in a letter is a letter."""
    if means is not None and means[0] in (Means.PHONE, Means.VIDEO):
        return form if form in GATHERINGS else Form.CALL
    if means is not None and means[0] in (Means.LETTER, Means.MESSAGE):
        return Form.LETTER if form is Form.CALL else form
    return form


def _points_back(scene: ContactScene, site: Site, states: tuple[str, ...]) -> bool:
    """Whether a noun without two parties of its own points at a contact told of before."""
    if len(states) >= 2 or not isinstance(site.cue, NounCue) or site.cue.needs_sharing:
        return False
    return is_definite(scene, site.sentence, site.token) or _is_of_one(site, states)


def _is_of_one(site: Site, states: tuple[str, ...]) -> bool:
    """Whether somebody acts "in a call" whose other party was named before.

    A press conference may be his alone.
    """
    if site.link is not Link.BESIDE or len(states) != 1 or site.verb is None:
        return False
    beside = {one.lower for one in site.sentence.children(site.token)}
    if (
        isinstance(site.cue, NounCue)
        and site.cue.needs_people
        and not beside & words("contact_times", "joint")
    ):
        return False
    return not any(
        one.dep in ("dobj", "dative") and one.pos in NOMINAL and one.index < site.token.index
        for one in site.sentence.children(site.verb)
    )


def _is_of_body(scene: ContactScene, site: Site, sides: Sides, status: Status) -> bool:
    """Whether a body is said to convene: its members need not be named."""
    cue = site.cue
    if len(sides.all) != 1 or not (
        cue.takes_body
        or _is_of_ministers(scene, site, sides)
        or _is_dated_meeting(scene, site, sides)
    ):
        return False
    if isinstance(cue, VerbCue) and cue.takes_body and cue.needs_person:
        # Who "told the council" is no member of it: without him nobody has dealt.
        return False
    actor = scene.actors.get(sides.all[0])
    if actor is None or not (actor.kind is ActorKind.BODY or scene.is_of_body(sides.all[0])):
        return False
    if site.link in (Link.VERB, Link.CARRIED, Link.BESIDE):
        return True
    happens = site.verb is not None and word_of(site.verb) in scene.cues.words["happening"]
    speaks = site.cue.form is Form.JOINT_STATEMENT
    return site.link is Link.SUBJECT and (happens or speaks or status is not Status.HELD)


def _is_dated_meeting(scene: ContactScene, site: Site, sides: Sides) -> bool:
    """Whether a body is told to have held a meeting of its own at a time that is given."""
    is_held = site.link is Link.CARRIED and is_own_meeting(scene, site, sides.first)
    return is_held and time_at(scene, site) is not None


def _is_of_leaders(scene: ContactScene, site: Site, sides: Sides) -> bool:
    """Whether those who meet for a body are its leaders: that is a summit."""
    subject = subject_of(site.sentence, site.token)
    leads = subject is not None and word_of(subject) in scene.cues.words["leaders"]
    return leads and _is_of_ministers(scene, site, sides)


def _is_of_ministers(scene: ContactScene, site: Site, sides: Sides) -> bool:
    """Whether several who hold an office of a body meet: "the ministers of the union met"."""
    cue = site.cue
    if holds_for_body(scene, site, sides.all):
        return True
    if not isinstance(cue, VerbCue) or not cue.is_reciprocal or cue.form is not Form.MEETING:
        return False
    subject = subject_of(site.sentence, site.token)
    is_plural = subject is not None and subject.tag in ("NNS", "NNPS")
    return is_plural and scene.is_of_body(sides.all[0])


def _may_open(scene: ContactScene, site: Site, sides: Sides, status: Status) -> bool:
    cue = site.cue
    is_purpose = status is Status.HELD and _is_open(site)
    if cue.is_weak and (is_purpose or all(scene.is_bare(key) for key in sides.all)):
        return False
    if cue.subject_role is PartyRole.SENDER and not _has_both(scene, sides):
        return False
    if cue.needs_people and any(scene.is_bare(key) for key in sides.all):
        return False
    if isinstance(cue, VerbCue) and cue.needs_body:
        return any(scene.is_of_body(key) for key in sides.second)
    # A journey leads somewhere: that several made one tells of no dealing between them.
    if cue.partner_role is PartyRole.HOST and cue.tos and not sides.second:
        return False
    if isinstance(cue, NounCue):
        if cue.needs_sharing and not _is_shared(scene, sides, status):
            return False
        return cue.form in _OF_TWO or not (cue.needs_support and site.link is Link.NAMED)
    if cue.needs_person and all(scene.is_bare(key) for key in sides.all):
        return meet_as_states(scene, site)
    return True


def _is_shared(scene: ContactScene, sides: Sides, status: Status) -> bool:
    """Whether those of several sides issue a text as one."""
    return status is Status.HELD and len(scene.sides_of(sides.first)) > 1


def _is_open(site: Site) -> bool:
    """Whether a verb only says what for: "met to discuss the border"."""
    if not isinstance(site.cue, VerbCue) or site.token.tag != "VB":
        return False
    helpers = [one for one in site.sentence.children(site.token) if one.dep == "aux"]
    return not any(one.tag == "MD" or one.lemma == "do" for one in helpers)


def _has_both(scene: ContactScene, sides: Sides) -> bool:
    """Whether a message has one side that sends it and another that it goes to."""
    first, second = set(scene.sides_of(sides.first)), set(scene.sides_of(sides.second))
    return bool(first) and bool(second - first)


def _is_another(scene: ContactScene, site: Site) -> bool:
    words = scene.cues.words["again"]
    tokens = site.sentence.children(site.token)
    if site.verb is not None:
        tokens += site.sentence.children(site.verb)
    return any(one.lower in words for one in tokens if one.dep in ("advmod", "amod", "det"))


def means_at(scene: ContactScene, site: Site) -> tuple[Means, Span] | None:
    """By what means, as the cue itself or words beside it say, with those words."""
    if site.cue.means is not None:
        return site.cue.means, Span(site.token.start, site.token.end)
    if isinstance(site.cue, VerbCue) and site.cue.needs_means:
        return means_under(site.sentence, site.token, scene.cues)
    carried = site.verb is not None and site.link is not Link.NAMED
    holders = [site.token, site.verb] if carried and site.verb is not None else [site.token]
    found = (means_beside(site.sentence, one, scene.cues) for one in holders)
    return next((one for one in found if one is not None), None)


def route_at(scene: ContactScene, site: Site) -> tuple[Route, Span] | None:
    """How the contact ran, as the cue itself or words beside it say."""
    if site.cue.route is not None:
        return site.cue.route, Span(site.token.start, site.token.end)
    beside = route_beside(site.sentence, site.token, site.verb, scene.cues)
    clause = next(mediating_clauses(scene, site), None) if beside is None else None
    # "With Dan mediating": that he did says how it ran.
    return beside if clause is None else (Route.MEDIATED, Span(clause.start, clause.end))
