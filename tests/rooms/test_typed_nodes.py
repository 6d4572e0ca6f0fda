"""Things of the snapshot have types: a class for each kind, which has what the kind has and nothing else."""

import ast
import re
import subprocess
import sys
from typing import Any

import pytest

from graph.ontology.kinds import Exchange, InformationEntity, System
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot import typed_nodes
from graph.snapshot.node import Node, field_name, side_name
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import CLASSES, SystemNode
from tests.rooms.house import HOUSE, files, numbered, place
from tests.worlds import link, thing

STUB = HOUSE / "graph" / "snapshot" / "typed_nodes.pyi"
A, FLOW, NOTE = thing(System, "a"), thing(Exchange, "flow"), thing(InformationEntity, "note")
WORLD = Snapshot.of_facts([A, FLOW, NOTE, link(A, "provides", FLOW), link(FLOW, "carries", NOTE)])
MISSPELT: Any = "wawe"
ASKING = ("queries/", "visualisations/maps/", "visualisations/drawing/")
UNSEEN = re.compile(r'\.(fields|sides)(\.get\(|\[)"|(?<!\.)\b[gs]etattr\(node\b')
"""A way of reading a thing that takes every name, and of which the type checker sees nothing."""


def the_system() -> SystemNode:
    found = WORLD.get(System, "a")
    assert found
    return found


def test_what_the_type_checker_is_told_of_each_class_is_there() -> None:
    told = {
        each.name: each for each in ast.parse(STUB.read_text(encoding="utf-8")).body if isinstance(each, ast.ClassDef)
    }
    for name, kind in ONTOLOGY.kinds.items():
        said = {each.target.id for each in told[f"{name}Node"].body
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)}  # fmt: skip
        own = {each for each in vars(CLASSES[name]) if not each.startswith("__")}
        assert said == own == (kind.model_fields.keys() | ONTOLOGY.sides(kind).keys()) - {"id"}
        assert getattr(typed_nodes, f"{name}Node") is CLASSES[name]


def test_a_thing_is_of_the_class_of_its_kind_and_takes_no_other_name() -> None:
    system = the_system()
    assert type(system) is CLASSES["System"]
    assert [each.id for each in system.provides] == ["flow"]
    assert (system.lifecycle, system.consumes) == (None, ())
    for name in ("lifecycel", "provided_by", "status"):
        with pytest.raises(AttributeError, match=name):
            getattr(system, name)
    with pytest.raises(AttributeError):
        system.lifecycle = "active"  # type: ignore[misc]  # that is what is tried


def test_what_another_kind_has_is_asked_for_by_name_and_is_not_stated() -> None:
    node: Node = the_system()
    assert (node.field("status"), node.side("provided_by"), node.side("provides")) == (
        None,
        (),
        (WORLD.get(Exchange, "flow"),),
    )
    assert [*node.links("provided_by", "provides")] == [node.link("provides", node.side("provides")[0])]


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        (lambda node: node.field("lifecycel"), "lifecycle"),
        (lambda node: node.side("provide"), "provides"),
        (lambda node: node.link("provide", node), "provides"),
        (lambda node: list(node.links("carries", "carriess")), "carries"),
        (lambda node: WORLD.stated(node.link("provides", node), MISSPELT), "wave"),
        (lambda node: side_name("suplied_by"), "supplied_by"),
        (lambda node: field_name("critcality"), "criticality"),
    ],
)
def test_a_name_that_the_ontology_lacks_raises_and_the_nearest_is_told(asked: object, nearest: str) -> None:
    assert callable(asked)
    with pytest.raises(KeyError, match=f"the nearest is '{nearest}'"):
        asked(the_system())


def test_a_misspelt_attribute_is_told_with_the_nearest() -> None:
    text = (
        "from graph.snapshot.typed_nodes import new_node\n"
        "new_node('Exchange', 'flow', '', {}).provideded_by\n"
    )  # fmt: skip
    run = subprocess.run([sys.executable, "-c", text], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert "Did you mean: 'provided_by'?" in run.stderr


def test_nobody_reads_a_thing_past_its_types() -> None:
    unseen = [
        f"{place(path, line)}: {text.strip()}"
        for path in files(".py")
        if path.relative_to(HOUSE)
        .as_posix()
        .startswith(("queries/", "visualisations/maps/", "visualisations/drawing/"))
        for line, text in numbered(path)
        if UNSEEN.search(text)
    ]
    assert not unseen, "\n".join(unseen)
