"""Who was at a gathering by sentences of their own: "Dan attended in person", "Ruvia was
represented by its envoy", "Costona had declined the invitation".
"""

from dataclasses import dataclass, replace

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import is_passive, word_of
from communique.extract.contacts.words.means import means_under
from communique.extract.contacts.words.phrases import Keys, behind, merged, subject_actors
from communique.extract.contacts.words.places import states_at
from communique.extract.contacts.words.sides import Sides
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import GATHERINGS, Means, Status

REACH = 5
"""How many sentences behind a gathering may still say who was there."""
COMPANY = 3
"""From how many sides on those who meet are a gathering, whatever it is called."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is said to have been there, or to have declined to come, by which verb."""

    verb: Token
    keys: Keys
    means: Means | None
    is_refused: bool = False


def with_presence(scene: ContactScene, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """The tellings with who was at the gatherings told of, by sentences that name no contact."""
    if not any(map(_is_gathering, tellings)):
        return tellings
    found: list[Telling] = []
    last: Telling | None = None
    for sentence in scene.page.sentences:
        here = [one for one in tellings if one.site.sentence.index == sentence.index]
        presence = None if last is None else _presence_in(scene, last, sentence)
        if last is not None and presence is not None:
            found += [one for one in here if presence.verb not in (one.site.token, one.site.verb)]
            found += _told_there(scene, last, sentence, presence)
            continue
        opened = [one for one in here if not (one.is_back_reference or one.is_heading)]
        if opened:
            last = next(filter(_is_gathering, opened), None)
        found += here
    return tuple(_of_those_there(scene, one, found) for one in found)


def _is_gathering(telling: Telling) -> bool:
    """Whether many came together: at what a body holds, or as a company of several sides."""
    if telling.status is not Status.HELD or telling.is_heading or telling.is_mere_name:
        return False
    many = telling.is_company or len(telling.states) >= COMPANY
    return telling.form in GATHERINGS or (many and not telling.is_weak)


def _presence_in(scene: ContactScene, gathering: Telling, sentence: Sentence) -> Presence | None:
    """What a sentence behind a gathering says of who was there, or declined to be."""
    verb = sentence.root
    far = sentence.index - gathering.site.sentence.index
    if far > REACH or not sentence.block_kind.is_account or verb.tag not in ("VBD", "VBN"):
        return None
    if any(one.dep == "neg" or one.tag == "MD" for one in sentence.children(verb)):
        return None
    keys = tuple(key for key in _who(scene, sentence, verb) if scene.acts(key))
    means = _means(scene, sentence, verb)
    refused = _is_refusal(scene, gathering, sentence, verb)
    if not keys or not (refused or _attends(scene, gathering, sentence, verb, means)):
        return None
    return Presence(verb, keys, means, refused)


def _who(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who acts; of a state that "was represented by its envoy", the envoy."""
    if is_passive(sentence, verb):
        agents = behind(scene, sentence, verb, scene.cues.words["agent"])
        acting = tuple(key for key in agents if scene.acts(key))
        return acting or subject_actors(scene, sentence, verb)
    return subject_actors(scene, sentence, verb)


def _means(scene: ContactScene, sentence: Sentence, verb: Token) -> Means | None:
    met = means_under(sentence, verb, scene.cues)
    if met is not None:
        return met[0]
    in_person = scene.cues.words["person"]
    there = any(word_of(one) in in_person for one in _behind_in(sentence, verb))
    return Means.IN_PERSON if there else None


def _behind_in(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """What stands behind "in" and "at" on a verb."""
    return tuple(
        kid
        for one in sentence.children(verb)
        if one.dep == "prep" and one.lower in ("in", "at")
        for kid in sentence.children(one)
    )


def _attends(
    scene: ContactScene, gathering: Telling, sentence: Sentence, verb: Token, means: Means | None
) -> bool:
    """Whether a verb says that somebody was there, and at nothing else than what was told of."""
    words, word = scene.cues.words, word_of(verb)
    things = [one for one in sentence.children(verb) if one.dep in ("dobj", "attr", "acomp")]
    where = _behind_in(sentence, verb)
    if not all(_is_there(scene, gathering, sentence, one) for one in where):
        return False
    if not _is_bare(scene, sentence, verb):
        return False
    if is_passive(sentence, verb):
        return word in words["representing"]
    if word in words["being"]:
        in_chair = any(word_of(one) in words["chair"] for one in where)
        return in_chair or any(one.lower in words["present"] for one in things)
    if word in words["taking"]:
        return bool(things) and all(word_of(one) in words["part"] for one in things)
    if means is Means.VIDEO and word in words["speaking_there"]:
        return not things
    return word in words["being_there"] and all(
        _is_there(scene, gathering, sentence, one) for one in things
    )


def _is_bare(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has no partner, matter or day of its own: "joined on Monday"."""
    links = scene.cues.words["presence_links"]
    return not any(
        one.dep in ("npadvmod", "dative") or (one.dep == "prep" and one.lower not in links)
        for one in sentence.children(verb)
    )


def _is_there(scene: ContactScene, gathering: Telling, sentence: Sentence, thing: Token) -> bool:
    """Whether a noun means the gathering and nothing else, or "in person", "in the chair"."""
    words = scene.cues.words
    beside = [one for one in sentence.children(thing) if one.dep != "punct"]
    if word_of(thing) in words["person"] | words["chair"]:
        return not any(one.dep == "prep" for one in beside)
    is_so_called = word_of(thing) in words["gathering"] or any(
        one.form is gathering.form for one in scene.cues.nouns.get(word_of(thing), ())
    )
    return is_so_called and bool(beside) and all(_points(scene, one) for one in beside)


def _points(scene: ContactScene, word: Token) -> bool:
    """Whether a word beside a noun only points back: "the", "this"."""
    return word.dep == "det" and word.lower in scene.cues.words["definite"]


def _is_refusal(scene: ContactScene, gathering: Telling, sentence: Sentence, verb: Token) -> bool:
    """Whether somebody declined "the invitation", and none to anything else."""
    things = [one for one in sentence.children(verb) if one.dep == "dobj"]
    return (
        word_of(verb) in scene.cues.words["declining"]
        and not is_passive(sentence, verb)
        and _is_bare(scene, sentence, verb)
        and any(_is_to_it(scene, gathering, sentence, one) for one in things)
    )


def _is_to_it(
    scene: ContactScene, gathering: Telling, sentence: Sentence, invitation: Token
) -> bool:
    """Whether a noun is "the invitation" alone, "the invitation to attend", "to the summit"."""
    words = scene.cues.words
    beside = sentence.children(invitation)
    if word_of(invitation) not in words["invitation"] or not any(_points(scene, x) for x in beside):
        return False
    return all(
        _points(scene, one)
        or (one.dep == "prep" and _leads_to_it(scene, gathering, sentence, one))
        or (one.dep in ("acl", "relcl") and _is_to_attend(scene, gathering, sentence, one))
        for one in beside
    )


def _leads_to_it(scene: ContactScene, gathering: Telling, sentence: Sentence, link: Token) -> bool:
    things = sentence.children(link)
    return link.lower in scene.cues.words["towards_one"] and all(
        _is_there(scene, gathering, sentence, one) for one in things
    )


def _is_to_attend(scene: ContactScene, gathering: Telling, sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VB" and _attends(scene, gathering, sentence, verb, None)


def told_there(
    scene: ContactScene, gathering: Telling, sentence: Sentence, presence: Presence
) -> Telling:
    """The telling of who was at a gathering that is told of before."""
    return replace(
        gathering,
        site=replace(gathering.site, sentence=sentence, token=presence.verb, verb=presence.verb),
        sides=Sides(presence.keys, ()),
        span=sentence.span,
        means=None,
        time=None,
        duration=None,
        place=None,
        route=None,
        is_weak=True,
        is_back_reference=True,
        is_company=False,
        states=scene.sides_of(presence.keys),
        at=gathering.site.token.start,
        by=presence.means,
    )


def _told_there(
    scene: ContactScene, gathering: Telling, sentence: Sentence, presence: Presence
) -> tuple[Telling, ...]:
    """What a presence tells: of the gathering, or of an invitation to it that was declined."""
    told = told_there(scene, gathering, sentence, presence)
    if not presence.is_refused:
        return (told,)
    hosts = _hosts(scene, gathering)
    sides = Sides(presence.keys, hosts)
    states = scene.sides_of(sides.all)
    if len(states) != len(scene.sides_of(presence.keys)) + 1:
        return ()
    return (
        replace(
            told,
            sides=sides,
            status=Status.REFUSED,
            time=gathering.time,
            is_weak=False,
            is_back_reference=False,
            states=states,
            at=None,
        ),
    )


def _hosts(scene: ContactScene, gathering: Telling) -> Keys:
    """Who invited: who was in the chair, else whoever met the others in a town of its own.

    A body invites to what it holds, and not the state whose town that is in.
    """
    chairs = _chairs(scene, gathering)
    if chairs or gathering.form in GATHERINGS:
        return chairs
    return tuple(one for one in _of_place(scene, gathering) if one in gathering.states)


def _chairs(scene: ContactScene, gathering: Telling) -> Keys:
    """Who led a gathering by its own sentence: "under the chairmanship of Dan".

    Of one who acts for nobody known, the state whose town it was in: a host leads as a rule.
    """
    sentence, words = gathering.site.sentence, scene.cues.words
    chairs = [one for one in sentence.tokens if word_of(one) in words["chair"]]
    rows = (behind(scene, sentence, one, words["possessor"]) for one in chairs)
    acting = tuple(key for key in merged(*rows) if scene.acts(key))
    return acting or (_of_place(scene, gathering) if chairs else ())


def _of_place(scene: ContactScene, gathering: Telling) -> Keys:
    if gathering.place is None:
        return ()
    sentence = gathering.site.sentence
    return tuple(
        ActorKey(code)
        for one in sentence.within(gathering.place[1])
        for code in states_at(scene, sentence, one)
    )[:1]


def _of_those_there(scene: ContactScene, telling: Telling, others: list[Telling]) -> Telling:
    """A company of nobody by name with the sides of those who are then said to have been there."""
    if not telling.is_company or telling.states:
        return telling
    there = (one.parties for one in others if one.at == telling.site.token.start)
    chairs = _chairs(scene, telling)
    states = scene.sides_of(merged(chairs, *there))
    if len(states) < COMPANY:
        return telling
    return replace(telling, sides=Sides(chairs, ()), states=states)
