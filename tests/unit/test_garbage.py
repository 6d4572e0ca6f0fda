"""What the collector of garbage is kept from, and what it is not."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from graph.snapshot.gc_control import lay_aside, program_set_aside, take_back


class Circle:
    """One that leads to itself: only the collector clears it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def nothing_stays_aside() -> Iterator[None]:
    yield
    take_back()
    gc.unfreeze()


def test_a_server_s_program_is_not_looked_at_while_it_runs() -> None:
    program = Circle()
    with program_set_aside():
        assert gc.get_freeze_count() > 0
        assert not any(each is program for each in gc.get_objects())
        with program_set_aside():
            pass
        assert not any(each is program for each in gc.get_objects())
    assert any(each is program for each in gc.get_objects())


@pytest.mark.parametrize("large", [True, False])
def test_a_snapshot_of_a_server_is_cleared_away_and_the_program_stays_aside(large: bool) -> None:
    program = Circle()
    with program_set_aside():
        snapshot = Circle()
        gone = weakref.ref(snapshot)
        if large:
            lay_aside()
        del snapshot
        gc.collect()
        assert (gone() is not None) is large
        take_back()
        assert gone() is None
        assert not any(each is program for each in gc.get_objects())
