"""The sizes of a query."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """Sizes of a selection; fragments count wherever they are used.

    Of what the schema says of itself: how often it is asked, how many fields of it get another name, and how many
    long lists stand in one another.
    """

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    reads: int = 0
    things: int = 0
    values: int = 0
    roots: int = 0
    fragments: int = 0
    repeats: int = 0
    introspections: int = 0
    renamed: int = 0
    lists: int = 0

    def __add__(self, other: "Measure") -> "Measure":
        return Measure(
            max(self.depth, other.depth), self.fields + other.fields, self.aliases + other.aliases,
            self.reads + other.reads, self.things + other.things, self.values + other.values,
            self.roots + other.roots, max(self.fragments, other.fragments), max(self.repeats, other.repeats),
            self.introspections + other.introspections, self.renamed + other.renamed, max(self.lists, other.lists),
        )  # fmt: skip
