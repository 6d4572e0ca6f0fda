"""JSON Schema of the YAML files, so that an editor completes and checks them while they are written."""

from typing import Any

from graph.facts.facts import WRITTEN
from graph.ontology.declaration import Attribute, Kind, Side
from graph.ontology.ontology import ONTOLOGY
from loaders.sources.register.headings import DEFAULTS, FROM, ID, NAME, RELATION, RELATIONS, TO, WAYS
from loaders.sources.register.manifest import DATASET, KEYS, TITLE, TITLE_SV, TRUST
from loaders.sources.register.provenance import EVIDENCE, PARAPHRASE, SECTION, SOURCE

Schema = dict[str, Any]
# YAML reads 2017 and yes as something else than text; a register takes them as they are written.
TEXT: Schema = {"type": ["string", "number", "boolean"]}
DAY: Schema = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
BOOLEAN: Schema = {"enum": [True, False, "true", "false", "yes", "no", "ja", "nej"]}
NUMBERS: dict[type, Schema] = {
    int: {"type": ["integer", "string"]},
    float: {"type": ["number", "string"]},
}
GROUND: Schema = {
    SOURCE: TEXT,
    SECTION: TEXT,
    PARAPHRASE: TEXT,
    EVIDENCE: {"enum": [each.value for each in WRITTEN]},
}


def json_schema() -> Schema:
    """The schema of every YAML file of a register but its manifest."""
    things = {
        name: {
            "description": _both(kind.about.en, kind.about.sv),
            "type": ["array", "null"],
            "items": {"$ref": f"#/$defs/{name}"},
        }
        for name, kind in ONTOLOGY.kinds.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Samband register",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            DEFAULTS: _object(GROUND),
            **things,
            RELATIONS: {"type": ["array", "null"], "items": _loose()},
        },
        "$defs": {name: _thing(kind) for name, kind in ONTOLOGY.kinds.items()},
    }


def manifest_schema() -> Schema:
    """The schema of ``register.yaml``."""
    known = {
        DATASET: {"type": "string", "pattern": r"^\w[\w.-]{0,99}$"},
        TITLE: TEXT,
        TITLE_SV: TEXT,
        TRUST: {"type": "integer", "minimum": 0, "maximum": 100},
        **GROUND,
    }
    schema = _object({key: known[key] for key in KEYS}, DATASET)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Samband manifest", **schema}


def _object(properties: Schema, *required: str) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        **({"required": list(required)} if required else {}),
    }


def _both(en: str, sv: str) -> str:
    return en if en == sv else f"{en}\n\n{sv}"


def _thing(kind: type[Kind]) -> Schema:
    fields = {name: _field(attribute) for name, attribute in kind.attributes().items()}
    relations = {key: _relation(side) for key, side in ONTOLOGY.sides(kind).items()}
    return _object({**fields, **relations, **GROUND}, ID, NAME)


def _field(attribute: Attribute) -> Schema:
    if attribute.choices:
        one: Schema = {"enum": [choice.value for choice in attribute.choices]}
    elif attribute.is_day:
        one = DAY
    elif attribute.type is bool:
        one = BOOLEAN
    else:
        bounds = {"minimum": attribute.at_least, "maximum": attribute.at_most}
        limits = {word: bound for word, bound in bounds.items() if bound is not None}
        one = {**NUMBERS.get(attribute.type, TEXT), **limits}
    described = {"title": _both(*attribute.words).replace("\n\n", " / "), "description": _both(*attribute.about)}
    return {**described, **(_one_or_many(one) if attribute.many else one)}


def _one_or_many(one: Schema, single: bool = False) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one, **({"maxItems": 1} if single else {})}]}


def _relation(side: Side) -> Schema:
    own = {name: _field(attribute) for name, attribute in side.relation.attributes.items()}
    one = {"anyOf": [TEXT, _object({TO: TEXT, **own, **GROUND}, TO)]}
    kinds = ", ".join(kind.__name__ for kind in side.others)
    described = f"{_both(*side.relation.about)}\n\n→ {kinds}"
    return {"title": " / ".join(side.words), "description": described, **_one_or_many(one, side.single)}


def _loose() -> Schema:
    own = {n: _field(each) for relation in ONTOLOGY.relations.values() for n, each in relation.attributes.items()}
    return _object({FROM: TEXT, RELATION: {"enum": list(WAYS)}, TO: TEXT, **own, **GROUND}, FROM, RELATION, TO)
