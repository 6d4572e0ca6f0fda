"""A scoring profile: its indicators with weights, its thresholds, bands and rates; one versioned YAML file each."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.language.words import Words
from graph.ontology.declaration import Choice

Weight = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, Field(min_length=1)]


class Preference(Choice):
    """Whether more is better."""

    MAXIMISE = "maximise", "More is better", "Mer är bättre"
    MINIMISE = "minimise", "Less is better", "Mindre är bättre"


class ProfilePart(BaseModel):
    """Any part of a profile: nothing in it that the profile does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(ProfilePart):
    """What has a name in both languages."""

    en: Text
    sv: Text

    @property
    def words(self) -> Words:
        """Its name."""
        return Words(self.en, self.sv)


class Range(ProfilePart):
    """The least and the most that count; a value beyond either counts as it."""

    min: Number
    max: Number


class Indicator(Named):
    """Something read from a system, and how it is put on the scale of 1 to 10."""

    id: Text
    reads: Text
    """A field of a system, or the name of something counted or computed (`indicators.COMPUTED`)."""
    scale: dict[str, Number] | None = None
    """The number of each value, where the field has a closed list of them."""
    direction: Preference
    range: Range | Literal["portfolio"]
    weight: Weight = 1


class Fit(ProfilePart):
    """Functional or technical fit: a weighted mean of indicators on the scale of 1 to 10."""

    threshold: Annotated[float, Field(ge=1, le=10)]
    """High from here, low below."""
    least_known: Share
    """The share of the weights that must be known; the fit is not assessed where less is."""
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]


class Band(Named):
    """A name for all numbers from the end of the band before it."""

    below: Number | None = None
    """It ends before this number."""
    up_to: Number | None = None
    """It ends with this number; where neither end is given, nowhere."""

    @property
    def end(self) -> float | None:
        """Where it ends."""
        return self.up_to if self.below is None else self.below


Bands = Annotated[tuple[Band, ...], Field(min_length=1)]


class MilestoneRisk(ProfilePart):
    """The base of the risk while the next milestone is at most so many days away."""

    up_to_days: Annotated[int, Field(ge=0)]
    base: Weight


class RiskTable(ProfilePart):
    """Lifecycle risk: base by the days to the next milestone, times the multiplier of that milestone."""

    base: Annotated[tuple[MilestoneRisk, ...], Field(min_length=1)]
    beyond: Weight
    past: Weight
    vendor: dict[str, Weight]
    own_use: dict[str, Weight]
    bands: Bands


class Banded(ProfilePart):
    """A number that is told by its band."""

    bands: Bands


class Switching(ProfilePart):
    """Person-days for each integration and process, and what a day costs."""

    integration_days: Weight
    process_days: Weight
    day_rate_sek: Weight | None = None


class Profile(ProfilePart):
    """A whole profile."""

    name: Text
    version: Text
    title: Named
    about: Named
    sources: dict[str, Text]
    """Where each method is published."""
    functional: Fit
    technical: Fit
    cost: Indicator
    risk: RiskTable
    overlap: Banded
    complexity: Banded
    switching: Switching

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All of them, in order."""
        return (*self.functional.indicators, *self.technical.indicators, self.cost)
