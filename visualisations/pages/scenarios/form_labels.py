"""What the fields of the forms for scenarios are called, on the page and where one of them is filled in wrongly."""

from collections.abc import Callable, Mapping

from graph.language.code_names import ParameterName, labelled
from graph.language.words import N_, Language, Message, say
from graph.scenarios.scenario_store import FieldSpelling

REMOVE, REPLACE, MERGE, ADD = "remove", "replace", "merge", "add-exchange"
ACTIONS = {
    REMOVE: N_("Take something away"),
    REPLACE: N_("Replace a system"),
    MERGE: N_("Merge systems"),
    ADD: N_("Add an exchange"),
}
SORT = N_("What sort of thing?")
STANDARDS = N_("Standards that it follows")
OF_SCENARIO = {
    "name": N_("Name of the scenario"),
    "description": N_("What it is about"),
    "as_of": N_("As of"),
}
OF_STEP: Mapping[str, Mapping[str, str]] = {
    REMOVE: {"kind": SORT, "id": N_("What is taken away")},
    REPLACE: {
        "id": N_("The system that is replaced"),
        "by": N_("The system that takes over"),
        "name": N_("Name of the new system"),
        "conforms_to": STANDARDS,
    },
    MERGE: {
        "ids": N_("The systems that become one"),
        "into": N_("The one that they become"),
        "name": N_("Name of the new system"),
        "conforms_to": STANDARDS,
    },
    ADD: {
        "name": N_("Name of the exchange"),
        "provider": N_("Who provides"),
        "consumers": N_("Who receives"),
        "carries": N_("Information that it carries"),
        "conforms_to": STANDARDS,
        "through": N_("Platforms that it goes through"),
        "timing": N_("When it moves"),
    },
}
"""The fields of each step, by what it does."""


def scenario_labels(language: Language) -> dict[str, str]:
    """What the fields of the scenario itself are called."""
    return {name: say(label, language) for name, label in OF_SCENARIO.items()}


def as_labelled(do: str) -> FieldSpelling:
    """The fields of a scenario with a step that does `do`, as its form calls them."""
    return FieldSpelling(_labels(OF_SCENARIO), _labels(OF_STEP.get(do, {})))


def _labels(labels: Mapping[str, str]) -> Callable[[str], object]:
    def called(name: str) -> object:
        return labelled(ParameterName(name, Message(labels[name], {}))) if name in labels else name

    return called
