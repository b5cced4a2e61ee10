"""What programs may send: a document, a judgement; checked by the schema that describes it."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from communique.errors import NotPossible
from communique.model.vocabulary import DocumentKind
from communique.record.following import VERDICTS_GIVEN

UNSUPPORTED = 415
REFERENCE = "#/components/schemas/{model}"
M = TypeVar("M", bound=BaseModel)
Words = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"\S")]
STRICT = ConfigDict(extra="forbid", strict=True)


class DocumentGiven(BaseModel):
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


class JudgementGiven(BaseModel):
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


async def given_in(request: Request, kind: type[M]) -> M:
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
    kinds: tuple[type[BaseModel], ...] = (DocumentGiven, JudgementGiven)
    made = {one.__name__: one.model_json_schema(ref_template=REFERENCE) for one in kinds}
    for one in made.values():
        one.pop("$defs", None)
    return made
