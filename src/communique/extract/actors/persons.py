"""The persons of a document: every use of a name joined to the person it means."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.catalog.naming import holders_named
from communique.catalog.tables import Tables
from communique.extract.actors.heads import side_led
from communique.extract.actors.holders import Holders, holders_on, is_described, is_holder
from communique.extract.actors.homes import home_of
from communique.extract.actors.lines import POSSESSIVE, Line
from communique.extract.actors.names import name_end, name_words, same_person
from communique.extract.actors.namesakes import family_names, is_called_so
from communique.extract.actors.titled import Titled
from communique.extract.actors.uses import Person, Use
from communique.languages.en.actors import actor_words

FEWEST_LEFT = 3
"""The fewest letters left of a name when a small word glued to it is taken off."""


def find_persons(
    lines: tuple[Line, ...],
    titled: tuple[tuple[Titled, ...], ...],
    tables: Tables,
    day: str | None,
) -> tuple[Person, ...]:
    """The persons of a document in the order of their first mention."""
    ends = {use.words[-1] for use in _titled_uses(lines, titled)}
    with_title = tuple(_unglued(use, ends, tables) for use in _titled_uses(lines, titled))
    named_bare = (use for use in _bare_uses(lines, titled) if not _is_credit(lines[use.line], use))
    bare = tuple(_at_home(_unglued(use, ends, tables), lines, tables, day) for use in named_bare)
    holders = holders_on(lines, tables, day)
    people: list[Person] = []
    _place_all_full(people, lines, with_title, bare)
    named = {word for person in people for word in person.words}
    for use in _in_sentences(lines, with_title):
        _place_single(people, use)
    for use in _in_sentences(lines, bare):
        # "the Vant-Dan call" names two persons, "Kim Jong-un" one.
        if use.is_marked and use.is_hyphened and not _are_two(people, use):
            _place_full(people, use)
    for use in (*_in_headlines(lines, with_title), *_in_headlines(lines, bare)):
        _place_cut(people, lines, use)
    for use in _in_sentences(lines, bare):
        if len(use.words) == 1:
            is_new = use.words[0] not in named or use.home is not None
            is_new = is_new or any(_is_told_apart(one, use) for one in people)
            _place_bare(people, use, holders, lines[use.line] if is_new else None)
        elif not use.is_marked or _are_two(people, use):
            _place_known(people, lines, use, tables, day)
    people.sort(key=lambda one: min(use.place for use in one.uses))
    return tuple(people)


def _is_credit(line: Line, use: Use) -> bool:
    """Whether a name is that of who took a picture: "Olo Dan/Pool/Ruvian News"."""
    at = use.name_end
    if line.word(at) != "/" or len(use.words) < 2 or at + 1 >= len(line.tokens):
        return False
    is_tight = line.tokens[at].start == line.tokens[at - 1].end
    return is_tight and line.tokens[at + 1].text[:1].isupper()


def _at_home(use: Use, lines: tuple[Line, ...], tables: Tables, day: str | None) -> Use:
    """The use with the state beside it, or those of which the tables know him in office."""
    home = home_of(lines[use.line], use.start, use.name_end)
    if home is not None or len(use.words) < 2:
        return replace(use, home=home)
    held = holders_named(tables, " ".join(use.words), day)
    return replace(use, held=frozenset(one.state for one in held))


def _place_all_full(
    people: list[Person], lines: tuple[Line, ...], with_title: Iterable[Use], bare: Iterable[Use]
) -> None:
    for use in _in_sentences(lines, with_title):
        _place_full(people, use)
    for use in _in_sentences(lines, bare):
        if use.is_marked and not use.is_hyphened:
            _place_full(people, use)


def _unglued(use: Use, ends: set[str], tables: Tables) -> Use:
    """The use without a small word that a lost space has glued to the name ("Danon Friday")."""
    last = use.words[-1]
    for small in sorted(actor_words("glued")):
        stem = last.removesuffix(small)
        if stem == last or len(stem) < FEWEST_LEFT or not last.endswith(small):
            continue
        words = (*use.words[:-1], stem)
        if stem in ends or (len(words) > 1 and holders_named(tables, " ".join(words), None)):
            return replace(use, words=words, name=use.name[: -len(small)])
    return use


def _in_sentences(lines: tuple[Line, ...], uses: Iterable[Use]) -> Iterator[Use]:
    return (one for one in uses if not lines[one.line].is_title_case)


def _in_headlines(lines: tuple[Line, ...], uses: Iterable[Use]) -> Iterator[Use]:
    return (one for one in uses if lines[one.line].is_title_case)


def _titled_uses(lines: tuple[Line, ...], titled: tuple[tuple[Titled, ...], ...]) -> Iterator[Use]:
    for at, line in enumerate(lines):
        for one in titled[at]:
            for number, (start, end) in enumerate(one.names):
                # "Presidents Dan and Vant": the title belongs to the first mention's span only.
                whole = (one.start, one.end) if len(one.names) == 1 else (start, end)
                if number == 0 and len(one.names) > 1 and not one.is_listed:
                    whole = (one.start, end)
                words = name_words(line, start, end)
                if words:
                    own, name = one.of_name(number), line.text(start, end)
                    yield Use(at, *whole, start, end, words, name, own, True)  # noqa: FBT003


def _bare_uses(lines: tuple[Line, ...], titled: tuple[tuple[Titled, ...], ...]) -> Iterator[Use]:
    like_places = family_names(lines, titled)
    for number, line in enumerate(lines):
        taken = [False] * len(line.words)
        for one in titled[number]:
            spans = one.names or ((one.title_start, one.title_end),)
            first = one.start if not one.is_apposed else one.names[0][0]
            for at in range(first, max(one.end, *(end for _, end in spans))):
                taken[at] = True
            if one.owner.possessor is not None:
                for at in range(*one.owner.possessor):
                    taken[at] = False
        at = 0
        while at < len(line.words):
            end = at if taken[at] else name_end(line, at)
            if end == at and not taken[at] and is_called_so(line, at, like_places):
                end = at + 1
            while end > at and any(taken[at:end]):
                end -= 1
            if end == at:
                at += 1
                continue
            yield _bare_use(line, number, at, end)
            at = end


def _bare_use(line: Line, number: int, start: int, end: int) -> Use:
    whole = start
    while whole > 0 and line.word(whole - 1) in actor_words("honorific"):
        whole -= 1
    marked = [one.entity == "PERSON" for one in line.tokens[start:end]]
    is_marked = all(marked) or whole < start or _is_named_likewise(line, start, end)
    # "A Ruvian team led by Olo Dan": only a person leads one.
    is_led_by = end - start > 1 and line.word(start - 1) in actor_words("led", "by")
    is_marked = is_marked or (is_led_by and side_led(line, start, end) is not None)
    words = name_words(line, start, end)
    name = line.text(start, end)
    return Use(number, whole, end, start, end, words, name, None, is_marked)


def _is_named_likewise(line: Line, start: int, end: int) -> bool:
    """Whether a name is joined to a person's: "Ruvia's Olo Dan and Costona's Ana Brel"."""
    if end - start < 2 or line.word(start - 1) not in POSSESSIVE:
        return False
    last = line.tokens[end - 1]
    above = (line.sentence.head(last),) if last.dep == "conj" else ()
    joined = (*above, *(one for one in line.sentence.children(last) if one.dep == "conj"))
    return any(one.entity == "PERSON" for one in joined)


def _place_full(people: list[Person], use: Use) -> None:
    if len(use.words) < 2:
        return
    for person in people:
        is_same = len(person.full) > 1 and same_person(person.full, use.words)
        if is_same and not person.clashes(use):
            person.add(use)
            return
    people.append(Person())
    people[-1].add(use)


def _are_two(people: list[Person], use: Use) -> bool:
    """Whether each word of a hyphenated name is another known person's."""
    if not use.is_hyphened or len(use.words) != 2:
        return False
    owners = [[one for one in people if word in one.words] for word in use.words]
    return all(owners) and not any(one in owners[1] for one in owners[0])


def _place_single(people: list[Person], use: Use) -> None:
    if len(use.words) > 1:
        return
    person = _meant(people, use)
    if person is None:
        person = Person()
        people.append(person)
    person.add(use)


def _meant(people: list[Person], use: Use) -> Person | None:
    """The person whom a single word means: titled before untitled, then by place in the name."""
    word = use.words[0]
    fitting = [
        one
        for one in people
        if word in one.words and not one.clashes(use) and not _is_told_apart(one, use)
    ]
    if use.titled is not None:
        offices = {one.office for one in use.titled.titles}
        same = [one for one in fitting if offices & {t.office for t in one.titled}]
        fitting = same or fitting
    if not fitting:
        return None
    return max(fitting, key=lambda one: _fit(one, use))


def _is_told_apart(person: Person, use: Use) -> bool:
    """Whether the full name follows in the sentence: "Dan, whose uncle Olo Dan" are two."""
    return any(
        one.line == use.line and one.name_start > use.name_end and len(one.words) > 1
        for one in person.uses
        if not one.is_headline
    )


def _fit(person: Person, use: Use) -> tuple[bool, bool, tuple[int, int], tuple[int, int]]:
    before = max((one.place for one in person.uses if one.place < use.place), default=(-1, -1))
    first = min(one.place for one in person.uses)
    is_last = person.full[-1] == use.words[0]
    return (bool(person.titled or person.homes), is_last, before, (-first[0], -first[1]))


def _place_cut(people: list[Person], lines: tuple[Line, ...], use: Use) -> None:
    """In a headline every word is capitalised: only names known from the sentences are cut out."""
    line = lines[use.line]
    at = use.name_start
    found = False
    while at < use.name_end:
        end, person = _longest_known(people, line, at, use.name_end)
        if person is None:
            at += 1
            continue
        start = use.start if at == use.name_start else at
        titled = use.titled if at == use.name_start else None
        words = name_words(line, at, end)
        name = line.text(at, end)
        person.add(Use(use.line, start, end, at, end, words, name, titled, True, True))  # noqa: FBT003
        found = True
        at = end
    if not found and use.titled is not None:
        _place_single(people, use)
        _place_full(people, use)


def _longest_known(
    people: list[Person], line: Line, at: int, limit: int
) -> tuple[int, Person | None]:
    for end in range(min(limit, at + 5), at, -1):
        words = name_words(line, at, end)
        if "-" in (line.word(at), line.word(end - 1)):
            continue
        if len(words) == 1:
            use = Use(0, at, end, at, end, words, "")
            person = _meant(people, use)
            if person is not None and len(words[0]) > 1:
                return end, person
        elif words:
            for person in people:
                if _is_known_as(person, words, line.word(at + 1) == "-"):
                    return end, person
    return at, None


def _is_known_as(person: Person, words: tuple[str, ...], is_hyphened: bool) -> bool:  # noqa: FBT001
    if len(person.full) == 1:
        return words[-1] == person.full[0] and not is_hyphened
    return set(words) <= person.words or same_person(person.full, words)


def _place_known(
    people: list[Person], lines: tuple[Line, ...], use: Use, tables: Tables, day: str | None
) -> None:
    """A row of capitalised words that the parser does not call a person."""
    for person in people:
        if len(person.full) > 1 and same_person(person.full, use.words):
            person.add(use)
            return
    if holders_named(tables, " ".join(use.words), day):
        people.append(Person())
        people[-1].add(use)
        return
    _place_cut(people, lines, use)


def _place_bare(people: list[Person], use: Use, holders: Holders, line: Line | None) -> None:
    """A single word; ``line`` is where it stands, or None when it is a part of a known name."""
    person = _meant(people, use)
    if person is not None:
        person.add(use)
        return
    if line is None:
        return
    is_called = use.is_marked and use.start < use.name_start
    is_told = use.is_marked and not is_described(line, use.name_end)
    is_told = is_told or is_holder(line, use.name_start, use.name_end, holders)
    if is_called or (is_told and (use.home or holders.of(use.words[0]))):
        people.append(Person())
        people[-1].add(use)
