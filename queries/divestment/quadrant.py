"""TIME: the quadrant that follows from functional and technical fit (Gartner; as SAP LeanIX documents it)."""

from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import FunctionalFit, TechnicalFit, TimeVerdict
from graph.snapshot.typed_nodes import SystemNode

LOW_FUNCTION = (FunctionalFit.UNREASONABLE, FunctionalFit.INSUFFICIENT)
LOW_TECHNOLOGY = (TechnicalFit.UNREASONABLE, TechnicalFit.INAPPROPRIATE)


class Quadrant(Choice):
    """TIME."""

    ELIMINATE = TimeVerdict.ELIMINATE.value, *TimeVerdict.ELIMINATE.words
    MIGRATE = TimeVerdict.MIGRATE.value, *TimeVerdict.MIGRATE.words
    TOLERATE = TimeVerdict.TOLERATE.value, *TimeVerdict.TOLERATE.words
    INVEST = TimeVerdict.INVEST.value, *TimeVerdict.INVEST.words
    NOT_ASSESSED = "not-assessed", "Not assessed", "Ej bedömt"


def quadrant(functional: bool | None, technical: bool | None) -> Quadrant:
    """The quadrant of a high (True), low (False) or unknown (None) fit in each respect.

    High and high is Invest, low and high Tolerate, high and low Migrate, low and low Eliminate. Where either is
    unknown the system is not assessed, whatever the other one is.
    """
    if functional is None or technical is None:
        return Quadrant.NOT_ASSESSED
    if functional:
        return Quadrant.INVEST if technical else Quadrant.MIGRATE
    return Quadrant.TOLERATE if technical else Quadrant.ELIMINATE


def stated_quadrant(system: SystemNode) -> Quadrant:
    """The quadrant that follows from the two fits as they are stated, without any score."""
    functional, technical = system.functional_fit, system.technical_fit
    return quadrant(
        None if functional is None else functional not in LOW_FUNCTION,
        None if technical is None else technical not in LOW_TECHNOLOGY,
    )


def differs(computed: Quadrant, recommended: str | None) -> bool | None:
    """Whether people recommend something else than is computed; None where either is not stated."""
    if recommended is None or computed is Quadrant.NOT_ASSESSED:
        return None
    return computed.value != recommended
