"""What the shapes and colours of a map mean, from the ontology and from what the map shows."""

from collections import Counter
from collections.abc import Iterable

from graph.language.words import Language
from graph.ontology.ontology import ONTOLOGY
from visualisations.drawing.map_drawing import Card, LegendEntry, Stroke

LINE = "line"
# Told apart by people with each kind of colour vision, on white (after Okabe and Ito, darkened for contrast).
PALETTE = ("#3f4b5f", "#0072b2", "#b34700", "#00775a", "#8f3f71", "#8a6d00")
OTHER = "#8a96a8"


def line_colours(relations: Iterable[str]) -> dict[str, str]:
    """A colour of its own for each of the relations that a map shows most, and one for all the rest."""
    counted = Counter(relations)
    declared = [name for name in ONTOLOGY.relations if name in counted]
    ordered = sorted(declared, key=lambda name: -counted[name])
    return {name: PALETTE[i] if i < len(PALETTE) else OTHER for i, name in enumerate(ordered)}


def legend(cards: Iterable[Card], strokes: Iterable[Stroke], language: Language) -> tuple[LegendEntry, ...]:
    """An entry for each kind and each relation shown, in the order of the ontology; then the other sorts of lines."""
    kinds = Counter(card.group for card in cards)
    strokes = list(strokes)
    relations = Counter(stroke.group for stroke in strokes)
    shown = {stroke.group: stroke for stroke in strokes}
    return (
        *(
            LegendEntry(name, kind.plural.say(language), kind.colour, kind.shape, kinds[name])
            for name, kind in ONTOLOGY.kinds.items()
            if name in kinds
        ),
        *(
            LegendEntry(name, shown[name].sort, shown[name].colour, LINE, relations[name])
            for name in (*ONTOLOGY.relations, *(name for name in shown if name not in ONTOLOGY.relations))
            if name in relations
        ),
    )
