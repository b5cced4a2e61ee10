"""Commands on where states stand: positions, labels of relations, missions, works between them."""

from typing import TYPE_CHECKING

from communique.cli.options import (
    DEFAULT_RECORD,
    BodyOption,
    DyadOption,
    FormatOption,
    OutputFormat,
    RecordOption,
    SinceOption,
    SortOption,
    StateOption,
    UntilOption,
)

if TYPE_CHECKING:
    from communique.model.registers import LabelEntry, PositionEntry, PresenceEntry

JSON = OutputFormat.JSON


def positions(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List positions: where states, bodies and groups stand, since when, and on whose word."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.model.times import edtf_of
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked, day_first, in_order, is_within, keeper
    from communique.views.naming import Naming
    from communique.views.stands import positions_table

    asked = Asked(state, dyad, body, None, None, since, until)

    def day(one: "PositionEntry") -> tuple[bool, str]:
        return day_first(edtf_of(one.date))

    orders = {
        "date": day,
        "holder": lambda one: (one.holder, day(one)),
        "matter": lambda one: (one.matter.casefold(), day(one)),
    }
    with opened(record) as kept:
        part = named_part(kept)
        keep = keeper(Naming(part), asked)
        of = (one for one in kept.positions() if keep(one.holder))
        found = in_order((one for one in of if is_within(edtf_of(one.date), asked)), sort, orders)
    if output is JSON:
        print_json("positions", found)
    else:
        print_table(positions_table(replace(part, positions=found), Naming(part)))


def labels(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List labels: what relations of two are called, by which side, first and last."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked, day_first, in_order, is_within, keeper
    from communique.views.naming import Naming
    from communique.views.stands import labels_table

    asked = Asked(state, dyad, None, None, None, since, until)

    def told(one: "LabelEntry") -> bool:
        return any(is_within(day, asked) for use in one.uses for day in (use.first, use.last))

    orders = {
        "date": lambda one: min(day_first(use.first) for use in one.uses),
        "label": lambda one: one.label.casefold(),
    }
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        keep = keeper(naming, asked)
        found = in_order(
            (one for one in kept.labels() if keep(one.dyad) and told(one)), sort, orders
        )
    if output is JSON:
        print_json("labels", found)
    else:
        print_table(labels_table(found, naming))


def presence(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List presence: diplomatic missions reported open or closed, where and when."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked, day_first, in_order, is_within, keeper
    from communique.views.naming import Naming
    from communique.views.stands import presence_table

    asked = Asked(state, None, None, None, None, since, until)

    def told(one: "PresenceEntry") -> bool:
        return is_within(one.first, asked) or is_within(one.last, asked)

    orders = {"date": lambda one: day_first(one.first), "place": lambda one: one.place.casefold()}
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        keep = keeper(naming, asked)
        of = (one for one in kept.presence() if keep((one.state,)) and told(one))
        found = in_order(of, sort, orders)
    if output is JSON:
        print_json("presence", found)
    else:
        print_table(presence_table(found, naming))


def projects(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List projects: named works between states, and what was undertaken about them."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked, in_order, keeper
    from communique.views.naming import Naming
    from communique.views.stands import projects_table

    orders = {"name": lambda one: one.name.casefold(), "states": lambda one: one.states}
    with opened(record) as kept:
        part = named_part(kept)
        keep = keeper(Naming(part), Asked(state, dyad))
        found = in_order((one for one in kept.projects() if keep(one.states)), sort, orders)
    if output is JSON:
        print_json("projects", found)
    else:
        print_table(projects_table(replace(part, projects=found), Naming(part)))
