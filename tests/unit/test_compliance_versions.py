"""Whether one statement of a version covers another: a cell for each way to write them."""

import pytest

from graph.tender.requirement_set import Version
from queries.compliance.version_matching import covers, one_of


@pytest.mark.parametrize(
    ("known", "stated", "covered"),
    [
        ("4.0.1", "4.0.1", True), ("4.0.1", "4.0.2", False), ("10.1", "20.1", False),
        ("4.0", "4.0.1", True), ("4.0", "4.0.1.2", True), ("4.0", "4.1.1", False), ("4", "4.0.1", False),
        ("4.0.1", "4.0", True), ("4.0.1", "4.1", False), ("4.0.1", "4", False), ("4.0", "4", False),
        ("4.0.1.2", "4.0.1", True), ("4.0.1.2", "4.0", False),
        ("4.0", "4.0.0-ballot", False), ("4.0.0-ballot", "4.0", False), ("4.0.0-ballot", "4.0.0-BALLOT", True),
        ("v2.5", "2.5", True), ("2.5", "V2.5.1", True), ("v4", "4", True), ("4", "v4", True),
        ("vnext", "next", False), ("4-0-1", "4.0.1", False), ("R4", "R4", True), ("R4", "R4B", False),
        ("1.0.2", "1.0.2-7202", True), ("1.0.2-7202", "1.0.2", True), ("1.0.2-7202", "1.0.2-8000", True),
        ("4.0.1", "4.0.1-9346c8cc45", True), ("4.0.1", "4.0.1+20191101", True), ("4.0", "4.0.1-9346c8cc45", True),
        ("3.0.2", "3.0.2.11917", True), ("1.0.1", "1.0.2-7202", False), ("1.0.2", "1.0.2-ballot", False),
        ("6.0.0", "6.0.0-ballot2", False), ("6.0.0-ballot2", "6.0.0-ballot3", False), ("6.0", "6.0.0-cibuild", False),
        ("5.0.0", "5.0.0-snapshot1", False), ("4.0.1", "4.3.0", False), ("4.3.0", "4.3", True), ("4.0.1", "4.3", False),
        ("4.0.1", "4.0.1-deadbeef", False), ("-7202", "7202", False),
    ],
)  # fmt: skip
def test_a_version_covers_itself_a_finer_statement_and_it_without_its_last_number(
    known: str, stated: str, covered: bool
) -> None:
    assert covers(known, stated) is covered


def test_the_version_that_is_meant_is_found_by_any_of_its_names() -> None:
    four, five = Version(name="4.0.1", known_as=("R4",)), Version(name="5.0.0", known_as=("R5",))
    assert one_of("r5", [four, five]) is five
    assert one_of("4.0", [five, four]) is four
    assert one_of("R3", [four, five]) is None
