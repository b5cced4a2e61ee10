"""Putting together everything a record holds."""

from typing import Any

from communique.model.contents import SCHEMA, Contents
from communique.model.derived import Compared, Resolved


def contents_of(resolved: Resolved, compared: Compared, version: dict[str, Any]) -> Contents:
    """Everything the record holds: what was resolved, what comparing added, and the versions."""
    return Contents(
        schema=SCHEMA,
        version=version,
        documents=resolved.documents,
        actors=resolved.actors,
        contacts=compared.contacts,
        originals=resolved.originals,
        claims=resolved.claims,
        undertakings=resolved.undertakings,
        positions=resolved.positions,
        channels=resolved.channels,
        formats=resolved.formats,
        labels=resolved.labels,
        presence=resolved.presence,
        projects=resolved.projects,
        shared_runs=resolved.shared_runs,
        stories=resolved.stories,
        relations=resolved.relations,
        findings=compared.findings,
        offers=compared.offers,
        gaps=compared.gaps,
        judgements=resolved.judgements,
        problems=resolved.problems,
    )
