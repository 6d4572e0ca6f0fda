"""``make docs``: writes tables of README.md, the reference, what Neo4j Browser takes, and the GraphQL schema."""

from collections.abc import Iterable
from pathlib import Path

from api.cli.program import EXIT_CODES
from api.graphql.graphql_schema import exported
from docs.neo4j_files import PAGE, STYLE, page_parts, style, with_parts
from docs.node_types import typed_nodes
from graph.errors import SambandError
from graph.language.words import Words
from graph.ontology.declaration import Attribute, Choice, Kind
from graph.ontology.ontology import ONTOLOGY
from graph.settings import Settings
from queries.asking.catalogue import catalogue
from visualisations.maps.atlas import atlas

HOUSE = Path(__file__).resolve().parents[1]
README = HOUSE / "README.md"
REFERENCE, SCHEMA = (HOUSE / "docs" / name for name in ("reference.md", "schema.graphql"))
TYPED = HOUSE / "graph" / "snapshot" / "typed_nodes.pyi"
Rows = Iterable[Iterable[str]]


def table(heads: Iterable[str], rows: Rows) -> str:
    """A table in Markdown."""
    named = list(heads)
    lines = [named, ["---"] * len(named), *([each.replace("|", "\\|") for each in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def written() -> dict[Path, str]:
    """Every generated file as it is to be."""
    return {
        README: with_parts(README.read_text(encoding="utf-8"), parts(), README.name),
        REFERENCE: reference(),
        SCHEMA: exported(),
        PAGE: with_parts(PAGE.read_text(encoding="utf-8"), page_parts(), PAGE.name),
        STYLE: style(),
        TYPED: typed_nodes(),
    }


def parts() -> dict[str, str]:
    """The generated parts of the README by the name of their markers."""
    return {
        "kinds": kinds(),
        "questions": questions(),
        "maps": maps(),
        "exit-codes": exit_codes(),
        "settings": settings(),
    }


def kinds() -> str:
    """Every kind in both languages."""
    return table(
        ("Kind", "På svenska", "What it is"),
        ((f"`{name}`", kind.words.sv, kind.about.en) for name, kind in ONTOLOGY.kinds.items()),
    )


def questions() -> str:
    """Every question, as it is asked at the command line."""
    return table(
        ("Question", "Fråga", "Command"),
        (
            (each.title.en, each.title.sv, f"`samband ask {stem.replace('_', '-')}`")
            for stem, each in catalogue().items()
        ),
    )


def maps() -> str:
    """Every map, as it is drawn at the command line."""
    return table(
        ("Map", "Karta", "Command"),
        ((each.title.en, each.title.sv, f"`samband map {stem.replace('_', '-')}`") for stem, each in atlas().items()),
    )


def exit_codes() -> str:
    """What each exit code of the command means."""
    told = {SambandError: "Another error; the message says what to do."}
    known = ((str(code), told.get(error, (error.__doc__ or "").splitlines()[0])) for error, code in EXIT_CODES.items())
    rows: list[tuple[str, str]] = [
        ("0", "Done."),
        ("2", "The command was used wrongly."),
        *known,
        ("130", "Stopped with Ctrl-C."),
    ]
    rows.sort(key=lambda row: int(row[0]))
    return table(("Exit code", "Meaning"), rows)


def settings() -> str:
    """Every setting, its default and its meaning."""
    rows = []
    for name, info in Settings.model_fields.items():
        default = info.default
        shown = "" if default is None or "password" in name else f"`{default}`"
        rows.append((f"`{name.upper()}`", shown, f"{info.description}."))
    return table(("Variable", "Default", "Meaning"), rows)


def reference() -> str:
    """The reference page: kinds with their fields and relations, then relations, then closed lists."""
    lists = {a.type: None for owner in ONTOLOGY.kinds.values() for a in owner.attributes().values() if a.choices}
    lists |= {a.type: None for each in ONTOLOGY.relations.values() for a in each.attributes.values() if a.choices}
    return (
        "\n\n".join(
            [
                "# Reference: what can be said",
                "Written by `make docs` from `graph/ontology/`; change it there. A field that is absent is"
                " *not stated*, which is neither *no* nor zero. Every thing and relation also has its provenance:"
                " source, section, paraphrase, evidence, dataset, place and run.",
                "## Kinds",
                *(_kind(name, kind) for name, kind in ONTOLOGY.kinds.items()),
                "## Relations",
                _relations(),
                "## Closed lists",
                *(_choice(each) for each in lists if issubclass(each, Choice)),
            ]
        )
        + "\n"
    )


def _kind(name: str, kind: type[Kind]) -> str:
    rows = [
        (f"`{field}`", each.words.en, each.words.sv, _type(each), _about(each))
        for field, each in kind.attributes().items()
    ]
    sides = [
        (f"`{key}`", side.words.en, side.words.sv, ", ".join(_link(other.__name__) for other in side.others))
        for key, side in ONTOLOGY.sides(kind).items()
    ]
    return "\n\n".join(
        [
            f"### {name}",
            f"**{kind.words.en} / {kind.words.sv}.** {kind.about.en} *{kind.about.sv}*",
            table(("Field", "English", "Svenska", "Takes", "Meaning"), rows),
            table(("Relation", "English", "Svenska", "To"), sides),
        ]
    )


def _relations() -> str:
    def ends(kinds: tuple[type[Kind], ...]) -> str:
        return ", ".join(_link(kind.__name__) for kind in kinds)

    def both(words: Words, back: Words) -> str:
        return f"{words.en} / {back.en}<br>{words.sv} / {back.sv}"

    rows = [
        (
            f"`{name}`", both(each.forward, each.inverse), ends(each.sources), ends(each.targets),
            f"{each.about.en}{' At most one.' if each.single else ''}",
            ", ".join(f"`{field}` ({_type(a)})" for field, a in each.attributes.items()),
        )
        for name, each in ONTOLOGY.relations.items()
    ]  # fmt: skip
    return table(("Type", "Names", "From", "To", "Meaning", "Own fields"), rows)


def _choice(choice: type[Choice]) -> str:
    rows = ((f"`{each.value}`", each.words.en, each.words.sv) for each in choice)
    return f"### {choice.__name__}\n\n{table(('Value', 'English', 'Svenska'), rows)}"


def _type(each: Attribute) -> str:
    if each.choices:
        name = _link(each.type.__name__)
    elif each.is_day:
        name = "date"
    else:
        name = {str: "text", int: "whole number", float: "number", bool: "yes or no"}[each.type]
    if each.at_least is not None:
        name += f", at least {each.at_least}" if each.at_most is None else f", {each.at_least} to {each.at_most}"
    return f"{name}, several" if each.many else name


def _about(each: Attribute) -> str:
    return "" if each.about.en == each.words.en else each.about.en


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def main() -> None:
    """Write all of them."""
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
