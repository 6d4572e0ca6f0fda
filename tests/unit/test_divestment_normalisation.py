"""Normalisation to 1 to 10, and bands."""

import pytest

from queries.divestment.normalisation import band, normalised
from queries.divestment.profile import Band, Preference

BANDS = (
    Band(en="Low", sv="Låg", below=0.25), Band(en="Medium", sv="Medel", up_to=0.75), Band(en="High", sv="Hög"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "least", "most", "more", "less"),
    [
        (1, 1, 4, 1, 10), (2, 1, 4, 4, 7), (3, 1, 4, 7, 4), (4, 1, 4, 10, 1),
        (50, 0, 100, 5.5, 5.5), (0, 0, 100, 1, 10),
        (-5, -10, 0, 5.5, 5.5),
    ],
)  # fmt: skip
def test_the_published_formulas_give_1_to_10(value: float, least: float, most: float, more: float, less: float) -> None:
    assert normalised(value, least, most, Preference.MAXIMISE) == pytest.approx(more)
    assert normalised(value, least, most, Preference.MINIMISE) == pytest.approx(less)


@pytest.mark.parametrize("direction", Preference)
def test_where_all_are_equal_it_is_10(direction: Preference) -> None:
    assert normalised(3, 3, 3, direction) == 10


def test_a_value_beyond_the_range_counts_as_its_end() -> None:
    assert normalised(99, 1, 4, Preference.MAXIMISE) == 10
    assert normalised(-99, 1, 4, Preference.MAXIMISE) == 1
    assert normalised(99, 1, 4, Preference.MINIMISE) == 1
    assert normalised(-99, 1, 4, Preference.MINIMISE) == 10


@pytest.mark.parametrize(
    ("value", "name"),
    [(0, "Low"), (0.2499, "Low"), (0.25, "Medium"), (0.75, "Medium"), (0.7501, "High"), (99, "High")],
)
def test_a_band_ends_before_or_with_its_number(value: float, name: str) -> None:
    assert band(value, BANDS).en == name


def test_a_single_band_holds_everything() -> None:
    assert band(-5, BANDS[2:]).en == "High"
