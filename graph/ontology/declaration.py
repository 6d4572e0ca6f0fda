"""How a kind and a relation are declared. A wrong declaration does not import."""

import hashlib
import re
import types
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, NotRequired, TypedDict, TypeVar, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo

from graph.language.validation_errors import UnfitError
from graph.language.words import N_, Words

SHAPES = {
    "box",
    "ellipse",
    "database",
    "diamond",
    "dot",
    "star",
    "triangle",
    "triangleDown",
    "hexagon",
    "square",
}
LONGEST_ID = 200
LONGEST_TEXT = 20_000
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
"""Years within reason; what lies outside is a slip of the finger."""
NO_END = "9999"
"""The year by which catalogues say that something has no end."""
# Controls, lone surrogates and non-characters: no sheet, page or terminal can carry them.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class DeclarationError(TypeError):
    """The ontology contradicts itself; the message names the kind or relation."""


class Choice(StrEnum):
    """A closed list of values; each member is ``value, English label, Swedish label``."""

    words: Words
    was: tuple[str, ...]
    """The values that it had before: ``value, English label, Swedish label, was("older")``."""

    def __new__(cls, value: str, en: str = "", sv: str = "", was: tuple[str, ...] = ()) -> "Choice":
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = Words(en, sv)
        member.was = was
        return member


def was(*names: str) -> tuple[str, ...]:
    """What a value of a closed list was called before."""
    return names


Was = str | tuple[str, ...]
"""An older name, or several: whatever a loaded graph or a file of somebody may still have."""


def older(was: Was) -> tuple[str, ...]:
    """The older names as they are declared."""
    return (was,) if isinstance(was, str) and was else tuple(was)


def _printable(text: str) -> str:
    if not text.isprintable() and (found := UNPRINTABLE.search(text)):  # most are, and it is known sooner
        code = f"U+{ord(found.group()):04X}"
        raise UnfitError(N_("it has the character {code}, which cannot be shown or stored; remove it"), code=code)
    return text


def _calendar(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        raise UnfitError(N_("it is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"))
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError as error:
        raise UnfitError(N_("it is not a day of the calendar")) from error
    return text


def _schemed(text: str) -> str:
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text):
        raise UnfitError(N_("it does not begin with a scheme, such as https:"))
    return text


def _items(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_items)]
"""Several values; a list in files, a list of one type in the database."""
Text = Annotated[str, AfterValidator(_printable), Field(min_length=1, max_length=LONGEST_TEXT)]
Url = Annotated[str, AfterValidator(_printable), AfterValidator(_schemed), Field(min_length=1, max_length=LONGEST_TEXT)]
"""An address with its scheme: ``https://...``."""
Day = Annotated[str, AfterValidator(_calendar), Field(json_schema_extra={"format": "samband-day"})]
"""A calendar date as ISO 8601 text of reduced precision: ``2017``, ``2017-05`` or ``2017-05-12``."""
Id = Annotated[
    str,
    AfterValidator(_printable),
    Field(min_length=1, max_length=LONGEST_ID, pattern=r"^\S(.*\S)?$"),
]


def fact(
    en: str,
    sv: str,
    about: str = "",
    about_sv: str = "",
    *,
    at_least: int | None = None,
    at_most: int | None = None,
    scale: str = "",
    was: Was = (),
) -> Any:
    """Declare one optional field: its label and meaning in both languages; absent means *not stated*.

    A number has its limits here; `scale` names the field that tells them, as ``1 to 5``, where each thing has its own.
    `was` is what the field was called before.
    """
    extra: Any = {"sv": sv, "about_sv": about_sv or sv, **({"scale": scale} if scale else {})}
    if was:
        extra["was"] = list(older(was))
    return Field(None, title=en, description=about or en, json_schema_extra=extra, ge=at_least, le=at_most)


@dataclass(frozen=True)
class Attribute:
    """One field of a kind or relation, as everything derived sees it."""

    name: str
    words: Words
    about: Words
    type: type
    """``str``, ``int``, ``float``, ``bool`` or a `Choice`."""
    many: bool
    required: bool
    info: FieldInfo

    @cached_property
    def is_day(self) -> bool:
        """True for a calendar date."""
        extra = [m.json_schema_extra for m in self.info.metadata if isinstance(m, FieldInfo)]
        return {"format": "samband-day"} in extra or Day in _members(self.info.annotation)

    @property
    def at_least(self) -> int | None:
        """The smallest number that it can be."""
        return next((each.ge for each in self.info.metadata if hasattr(each, "ge")), None)

    @property
    def at_most(self) -> int | None:
        """The largest number that it can be."""
        return next((each.le for each in self.info.metadata if hasattr(each, "le")), None)

    @property
    def scale(self) -> str:
        """The field that tells on which scale it is, or nothing."""
        extra = self.info.json_schema_extra
        return str(extra.get("scale", "")) if isinstance(extra, dict) else ""

    @property
    def was(self) -> tuple[str, ...]:
        """What it was called before."""
        extra: Any = self.info.json_schema_extra
        return tuple(extra.get("was", ())) if isinstance(extra, dict) else ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The closed list of values, empty where any value of the type goes."""
        return tuple(self.type) if issubclass(self.type, Choice) else ()


def _members(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def attributes(model: type[BaseModel]) -> dict[str, Attribute]:
    """The fields of `model` in the order of their declaration."""
    found = {}
    for name, info in model.model_fields.items():
        inner = next(a for a in _members(info.annotation) if a is not type(None))
        inner = _bare(inner)
        many = get_origin(inner) is tuple
        if many:
            inner = _bare(get_args(inner)[0])
        if not (isinstance(inner, type) and issubclass(inner, str | int | float | bool)):
            raise DeclarationError(
                f"{model.__name__}.{name}: {inner!r} cannot be stored; use text, number, bool or Choice"
            )
        extra = info.json_schema_extra
        if not (isinstance(extra, dict) and info.title and extra.get("sv")):
            raise DeclarationError(f"{model.__name__}.{name}: declare it with fact(English label, Swedish label)")
        words, about = (
            Words(info.title, str(extra["sv"])),
            Words(info.description or "", str(extra["about_sv"])),
        )
        found[name] = Attribute(name, words, about, inner, many, info.is_required(), info)
    return found


class Look(TypedDict):
    """What a kind's class line says beside its name."""

    sv: str
    plural: str
    plural_sv: str
    about_sv: str
    colour: str
    shape: str
    was: NotRequired[Was]


class Kind(BaseModel):
    """Something that exists. Every kind has these fields; all but the id and the name may be unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    words: ClassVar[Words]
    plural: ClassVar[Words]
    about: ClassVar[Words]
    colour: ClassVar[str]
    shape: ClassVar[str]
    was: ClassVar[tuple[str, ...]] = ()
    """What the kind was called before; its class line says it: ``was="OldName"``."""

    id: Id = Field(
        title="Id",
        description="Key of the thing, unique among its kind",
        json_schema_extra={"sv": "Id", "about_sv": "Nyckel, unik inom sin sort"},
    )
    name: Text = Field(
        title="Name",
        description="What people call it",
        json_schema_extra={"sv": "Namn", "about_sv": "Vad man kallar det"},
        max_length=500,
    )
    name_sv: Text | None = fact("Swedish name", "Svenskt namn")
    description: Text | None = fact("Description", "Beskrivning")
    aliases: Many[Text] | None = fact("Other names", "Andra namn")

    def __init_subclass__(cls, **look: Any) -> None:
        super().__init_subclass__()

    @classmethod
    def __pydantic_init_subclass__(cls, **look: Any) -> None:
        missing = Look.__required_keys__ - look.keys()
        if missing or not cls.__doc__:
            raise DeclarationError(
                f"{cls.__name__}: the class line lacks {', '.join(sorted(missing)) or 'a docstring'}"
            )
        if look["shape"] not in SHAPES or not re.fullmatch(r"#[0-9a-f]{6}", look["colour"]):
            raise DeclarationError(f"{cls.__name__}: colour is #rrggbb and shape one of {', '.join(sorted(SHAPES))}")
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__)
        cls.words = Words(spaced[0] + spaced[1:].lower(), look["sv"])
        cls.plural = Words(look["plural"], look["plural_sv"])
        cls.about = Words(" ".join(cls.__doc__.split()), look["about_sv"])
        cls.colour, cls.shape, cls.was = look["colour"], look["shape"], older(look.get("was", ()))
        attributes(cls)

    @classmethod
    def attributes(cls) -> dict[str, Attribute]:
        """The fields of this kind in the order of their declaration."""
        return attributes(cls)


class RelationFields(BaseModel):
    """Fields that a relation has of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


@dataclass(frozen=True)
class Relation:
    """A sentence with two names: a source kind, a verb each way, a target kind."""

    name: str
    """Its type in the database: ``OWNED_BY``."""
    forward: Words
    inverse: Words
    sources: tuple[type[Kind], ...]
    targets: tuple[type[Kind], ...]
    about: Words
    fields: type[RelationFields]
    single: bool
    """True where a source has at most one such relation."""
    acyclic: bool
    """True where nothing can come round to itself by it."""
    reflexive: bool
    """True where a thing can have it to itself."""
    taken_over: str | None
    """The name on the side of a system that whatever replaces the system takes over; None: it is the system's own."""
    was: tuple[tuple[str, str], ...] = ()
    """The two English names that it had before, each time that they changed."""

    @property
    def forward_key(self) -> str:
        """The name on the source's side, as a key in files: ``owned_by``."""
        return key(self.forward.en)

    @property
    def inverse_key(self) -> str:
        """The name on the target's side, as a key in files: ``owns``."""
        return key(self.inverse.en)

    @property
    def attributes(self) -> dict[str, Attribute]:
        """The relation's own fields."""
        return attributes(self.fields)


def key(phrase: str) -> str:
    """A phrase as an identifier: ``exposed by`` becomes ``exposed_by``."""
    return re.sub(r"\W+", "_", phrase.lower())


def relation(
    sources: Any,
    english: str,
    swedish: str,
    targets: Any,
    about: str,
    about_sv: str,
    *,
    fields: type[RelationFields] = RelationFields,
    single: bool = False,
    acyclic: bool = False,
    reflexive: bool = False,
    taken_over: str | None = None,
    was: Was = (),
) -> Relation:
    """Declare a relation: ``relation(System, "exposes / exposed by", "exponerar / exponeras av", Api, ...)``.

    `was` has the two English names that it had before, written in the same way.
    """
    try:
        (forward, inverse), (forward_sv, inverse_sv) = english.split(" / "), swedish.split(" / ")
        before = tuple((there, back) for there, back in (each.split(" / ") for each in older(was)))
    except ValueError as error:
        raise DeclarationError(f"{english!r}, {swedish!r}: write each, and was=, as 'verb / verb back'") from error
    ends = [tuple(_members(end)) for end in (sources, targets)]
    for end in (*ends[0], *ends[1]):
        if not (isinstance(end, type) and issubclass(end, Kind)):
            raise DeclarationError(f"{english!r}: {end!r} is not a kind")
    if taken_over not in (None, forward, inverse):
        raise DeclarationError(f"{english!r}: {taken_over!r} is taken over, and is neither of its names")
    return Relation(
        key(forward).upper(), Words(forward, forward_sv), Words(inverse, inverse_sv),
        ends[0], ends[1], Words(about, about_sv), fields, single, acyclic, reflexive, taken_over, before,
    )  # fmt: skip


@dataclass(frozen=True)
class Side:
    """A relation seen from one kind: its name there and the kinds at the other end."""

    relation: Relation
    outgoing: bool

    @property
    def key(self) -> str:
        """Its name in files."""
        return self.relation.forward_key if self.outgoing else self.relation.inverse_key

    @property
    def words(self) -> Words:
        """Its name to people."""
        return self.relation.forward if self.outgoing else self.relation.inverse

    @cached_property
    def others(self) -> tuple[type[Kind], ...]:
        """The kinds that may stand at the other end."""
        return self.relation.targets if self.outgoing else self.relation.sources

    @property
    def taken_over(self) -> bool:
        """True where a system that replaces another takes over what the other has on this side."""
        return self.relation.taken_over == self.words.en

    @property
    def single(self) -> bool:
        """True where a thing has at most one on this side."""
        return self.outgoing and self.relation.single


class Ontology:
    """All kinds and relations, checked against each other."""

    def __init__(self, kinds: list[type[Kind]], relations: list[Relation]) -> None:
        self.kinds = {kind.__name__: kind for kind in kinds}
        self.relations = {each.name: each for each in relations}
        if len(self.relations) != len(relations):
            doubled = [r.name for r in relations if sum(r.name == other.name for other in relations) > 1]
            raise DeclarationError(f"two relations are called {doubled[0]}")
        if clash := self.kinds.keys() & self.relations.keys():
            raise DeclarationError(f"{clash.pop()} is both a kind and a relation")
        self._sides = {name: self._sides_of(kind) for name, kind in self.kinds.items()}
        self._each_side_means_one_thing()

    def _each_side_means_one_thing(self) -> None:
        """A side is found by its key alone, whatever kind it is asked of."""
        meant: dict[str, Side] = {}
        for name, sides in self._sides.items():
            for key, side in sides.items():
                first = meant.setdefault(key, side)
                if first != side:
                    raise DeclarationError(
                        f"{key} of {name} is {side.relation.name}, and elsewhere {first.relation.name}: "
                        "each of a relation's two names is its own in the whole ontology"
                    )
                if owner := next((each for each, kind in self.kinds.items() if key in kind.model_fields), None):
                    raise DeclarationError(f"{key} is a side of {name} and a field of {owner}: rename one of them")

    def _sides_of(self, kind: type[Kind]) -> dict[str, Side]:
        sides: dict[str, Side] = {}
        for each in self.relations.values():
            for outgoing, ends in ((True, each.sources), (False, each.targets)):
                side = Side(each, outgoing)
                if kind in ends:
                    if side.key in sides or side.key in kind.model_fields:
                        raise DeclarationError(f"{kind.__name__} has two things called {side.key}")
                    sides[side.key] = side
        return sides

    def sides(self, kind: type[Kind]) -> dict[str, Side]:
        """The relations of `kind` in both directions, by their key on its side."""
        return self._sides[kind.__name__]

    def pairs(self) -> list[tuple[type[Kind], Relation, type[Kind]]]:
        """Every (source kind, relation, target kind) that may be written."""
        return [(s, r, t) for r in self.relations.values() for s in r.sources for t in r.targets]

    @cached_property
    def fingerprint(self) -> str:
        """Changes when any declaration does."""
        said = [(name, sorted(kind.model_json_schema()["properties"].items())) for name, kind in self.kinds.items()]
        said += [
            (name, sorted(r.fields.model_json_schema()["properties"].items())) for name, r in self.relations.items()
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
