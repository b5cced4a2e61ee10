"""What programs may send: documents and decisions, checked by the schemas that describe them."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from communique.errors import NotPossible
from communique.model.vocabulary import DocumentKind
from communique.record.following import VERDICTS_GIVEN

UNSUPPORTED = 415
REFERENCE = "#/components/schemas/{model}"
Words = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"\S")]
STRICT = ConfigDict(extra="forbid", strict=True)


class Given(BaseModel):
    """Something that a program sends: nothing more than is described, and nothing guessed."""

    model_config = STRICT


G = TypeVar("G", bound=Given)


class DocumentGiven(Given):
    """A document to be added, its words or its bytes, and what is said of it beside them."""

    model_config = STRICT | ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["text"]}, {"required": ["base64"]}],
            "example": {
                "name": "release.txt",
                "text": "President Ana Vidal met President Jan Kord in Oslo on 3 May 2031.",
                "outlet": "Office of the President",
                "date": "2031-05-04",
                "kind": "release",
            },
        }
    )
    name: Annotated[str, Field(min_length=1, max_length=150)] = "posted.txt"
    """As what file it came; its end may say how it is read."""
    text: Annotated[str, Field(min_length=1)] = ""
    base64: Annotated[str, Field(min_length=1, json_schema_extra={"contentEncoding": "base64"})] = (
        ""
    )
    outlet: Words | None = None
    date: Words | None = None
    kind: DocumentKind | None = None
    side: Words | None = None


class JudgementGiven(Given):
    """What is decided of things, by label or id, and why."""

    model_config = STRICT | ConfigDict(
        json_schema_extra={
            "example": {
                "subjects": ["2021-08-24-in-ru-call", "2021-08-25-in-ru-call"],
                "verdict": "same",
                "reason": "both tell of the one call of that week",
            }
        }
    )
    subjects: Annotated[list[Words], Field(min_length=1, max_length=100)]
    verdict: Annotated[str, Field(json_schema_extra={"enum": list(VERDICTS_GIVEN)})]
    reason: Words


class CorrectionGiven(Given):
    """What a field of a document or claim should be, and why; null: it is not stated."""

    model_config = STRICT | ConfigDict(
        json_schema_extra={
            "example": {
                "about": "000",
                "field": "outlet",
                "value": "The Heron",
                "reason": "the page bears its name",
            }
        }
    )
    about: Words
    field: Words
    value: Annotated[str, Field(max_length=10_000)] | None
    reason: Words


class WithdrawalGiven(Given):
    """What counts no more, by label or id, and why."""

    model_config = STRICT | ConfigDict(
        json_schema_extra={"example": {"about": "000", "reason": "it is a parody"}}
    )
    about: Words
    reason: Words


class NoteGiven(Given):
    """Words about a thing, by its label or id."""

    model_config = STRICT | ConfigDict(
        json_schema_extra={
            "example": {"about": "2021-08-24-in-ru-call", "words": "Ask who placed the call."}
        }
    )
    about: Words
    words: Words


async def given_in(request: Request, kind: type[G]) -> G:
    """What a request holds; raises NotPossible where it is not described so."""
    media_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise HTTPException(
            UNSUPPORTED, f"expected application/json, met {media_type or 'nothing'}"
        )
    try:
        return kind.model_validate_json(await request.body())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise NotPossible(f"{place}: {first['msg']}") from error


def schemas_given() -> dict[str, Any]:
    """The schemas of what may be sent, without those that the export has."""
    kinds = Given.__subclasses__()
    made = {one.__name__: one.model_json_schema(ref_template=REFERENCE) for one in kinds}
    for one in made.values():
        one.pop("$defs", None)
    return made
