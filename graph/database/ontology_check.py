"""Whether a graph is of the ontology of this program, may be made so, or has to be left as it is."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from graph.database.holdings import holdings
from graph.database.state import DECLARED, FORMAT, NOTE_ONTOLOGY, NOTED
from graph.errors import OntologyError
from graph.language.words import N_
from graph.ontology.declared_names import CHOICE, Difference, Name, difference, present, read, written
from graph.ontology.ontology import NAMES, NAMES_FINGERPRINT, PAST

if TYPE_CHECKING:
    from graph.database.store import Row, Store, Write

Adapt = Callable[["Store"], Awaitable[None]]
"""Makes a graph of an older ontology one of this; the graph is known to hold nothing that has no place in it."""
NAMED = 12
"""Names that a message has at most."""


async def unmigrated(store: "Store") -> None:
    """Refuse a graph that has to be migrated first.

    Raises:
        OntologyError: always.
    """
    raise OntologyError(
        N_(
            "The graph in database {database} at {uri} was written by an older Samband, and has to be migrated before "
            "Samband {own} can read it. Back it up, stop what reads it, and run: samband migrate."
        ),
        database=store.address.database,
        uri=store.address.uri,
        own=_own(),
    )


def refuse_another(state: Mapping[str, Any]) -> None:
    """Refuse to read or write a graph that was migrated while this program ran; `state` is a row of the graph's node.

    Raises:
        OntologyError: it is of another ontology, or kept in a later way.
    """
    if state["ontology"] not in (None, NAMES_FINGERPRINT) or (state["format"] or 0) > FORMAT:
        raise OntologyError(
            N_(
                "The graph was migrated to another version of Samband than this, {own}. "
                "Nothing is read or written by this one any more: start it again with the version of the graph."
            ),
            own=_own(),
        )


def is_of_this(noted: "Row") -> bool:
    """Whether the graph is of this program's ontology, as a whole."""
    return (noted["ontology"], noted["format"], noted["migrating"]) == (NAMES_FINGERPRINT, FORMAT, None)


async def noted(store: "Store") -> "Row | None":
    """What the graph is compared by; None where it is new."""
    rows = await store.read(NOTED)
    return rows[0] if rows else None


async def has_to_be_migrated(store: "Store", seen: "Row") -> bool:
    """Whether the graph, of which that was `seen`, has to be migrated; where not, it lacks nothing but new names.

    Raises:
        OntologyError: it holds what this program does not know.
    """
    (row,) = await store.read(DECLARED)
    before = read(row["declared"]) if row["declared"] else None
    found = Difference([], [], []) if before is None else difference(before, NAMES, PAST)
    if seen["format"] > FORMAT or (found.unknown and _is_newer(row)):
        raise _newer(store, row, found.unknown)
    renamed = found.renamed
    if before is None or found.unknown or found.retyped:
        held = await holdings(store)
        by_name = difference(dict.fromkeys(held, ""), NAMES, PAST)
        unknown = [name for name in by_name.unknown if before is None or name.sort != "field" or name in before]
        unknown += [name for name in found.retyped if not NAMES[present(name, PAST)].startswith(CHOICE)]
        if lost := {name: held[name] for name in dict.fromkeys(unknown) if held[name]}:
            raise _unknown(store, row, lost)
        renamed = [*renamed, *by_name.renamed]
    return bool(renamed) or seen["format"] < FORMAT or seen["migrating"] is not None


async def noting(store: "Store") -> dict[str, Any]:
    """The parameters of what notes that the graph is of this ontology."""
    (row,) = await store.read(DECLARED)
    (state,) = await store.read(NOTED)
    outgrown = [each for each in row["outgrown"] or [] if each != NAMES_FINGERPRINT]
    if state["ontology"] and state["ontology"] not in (*outgrown, NAMES_FINGERPRINT):
        outgrown.append(state["ontology"])
    return of_this() | {"outgrown": outgrown}


def of_this() -> dict[str, Any]:
    """What a graph of this program keeps of its ontology."""
    return {"ontology": NAMES_FINGERPRINT, "declared": written(NAMES), "program": _own()}


async def note(store: "Store") -> None:
    """Note that the graph is of this ontology, which has more names than the one before or other types of none."""
    parameters = await noting(store) | {"format": FORMAT}

    async def work(write: "Write") -> None:
        await write.run(NOTE_ONTOLOGY, **parameters)

    await store.write(work)


def _own() -> str:
    return version("samband")


def _is_newer(row: Mapping[str, Any]) -> bool:
    """Whether a later program than this noted it: it says so, or the graph was of this ontology before."""
    own, other = ([int(part) for part in re.findall(r"\d+", each)] for each in (_own(), row["program"] or ""))
    return other > own or NAMES_FINGERPRINT in (row["outgrown"] or [])


def _newer(store: "Store", row: Mapping[str, Any], unknown: Iterable[Name]) -> OntologyError:
    return OntologyError(
        N_(
            "The graph in database {database} at {uri} is of Samband {program}, and of a later ontology than this "
            "program, Samband {own}, which does not know: {unknown}. Nothing was changed. "
            "Use the version that wrote it, or a later one."
        ),
        database=store.address.database,
        uri=store.address.uri,
        program=row["program"],
        own=_own(),
        unknown=_listed([str(each) for each in unknown]) or "-",
    )


def _unknown(store: "Store", row: Mapping[str, Any], lost: Mapping[Name, int]) -> OntologyError:
    return OntologyError(
        N_(
            "The graph in database {database} at {uri}, last written by Samband {program}, holds what the ontology of "
            "this program, Samband {own}, does not know: {unknown}. Nothing was changed. If that version is later than "
            "this, use it. Else write the graph out with that version (samband export), take those names out or change "
            "them, and load it into an empty database. Where something is only called otherwise now, its declaration "
            "has to say what it was (was=)."
        ),
        database=store.address.database,
        uri=store.address.uri,
        program=row["program"] or "?",
        own=_own(),
        unknown=_listed([f"{name} ({total})" for name, total in lost.items()]),
    )


def _listed(names: list[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f", ... (+{more})" if more > 0 else "")
