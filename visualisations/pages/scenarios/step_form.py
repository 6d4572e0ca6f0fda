"""The form that makes one step of a scenario: choose what to do, then which things."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.facts.facts import name_of
from graph.language.collation import sort_key
from graph.language.words import N_, Language, say
from graph.ontology.declaration import Kind
from graph.ontology.kinds import InformationEntity, IntegrationPlatform, StandardVersion, System
from graph.ontology.vocabulary import Timing
from graph.scenarios.steps import ENDS, REMOVABLE
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from visualisations.pages.frame.form import OPTIONS_AT_MOST
from visualisations.pages.frame.inputs import Input, Option
from visualisations.pages.scenarios.form_labels import ACTIONS, MERGE, OF_STEP, REMOVE, REPLACE, SORT
from visualisations.wording.wording import sentence_case

Values = Mapping[str, Sequence[str]]
"""What a form was filled in with, by field."""


@dataclass(frozen=True)
class StepForm:
    """The fields of one step."""

    do: str
    title: str
    kinds: tuple[Option, ...]
    """The kinds of things that may be taken away."""
    kind: str
    kind_label: str
    fields: tuple[Input, ...]


def step_form(do: str, snapshot: Snapshot, values: Values, language: Language) -> StepForm:
    """The form of a step that does `do`, holding `values`."""
    kinds = tuple(Option(kind.__name__, sentence_case(kind.words.say(language))) for kind in REMOVABLE)
    chosen = (values.get("kind") or [""])[-1]
    kind = next((each for each in REMOVABLE if each.__name__ == chosen), REMOVABLE[0])
    return StepForm(
        do=do,
        title=say(ACTIONS[do], language),
        kinds=kinds if do == REMOVE else (),
        kind=kind.__name__ if do == REMOVE else "",
        kind_label=say(SORT, language),
        fields=tuple(_Fields(do, snapshot, values, language).of(kind)),
    )


class _Fields:
    """Makes the fields of a step."""

    def __init__(self, do: str, snapshot: Snapshot, values: Values, language: Language) -> None:
        self._do, self._snapshot, self._values, self._language = do, snapshot, values, language

    def of(self, kind: type[Kind]) -> Iterable[Input]:
        if self._do == REMOVE:
            return [self._one("id", [kind])]
        if self._do == REPLACE:
            return [
                self._one("id", [System]),
                self._one("by", [System], none=N_("A new one, named beside")),
                self._text("name", N_("Only where it is a new one.")),
                self._many("conforms_to", [StandardVersion]),
            ]
        if self._do == MERGE:
            return [
                self._many("ids", [System], required=True),
                self._one("into", [System], none=N_("A new one, named beside")),
                self._text("name", N_("Only where it is a new one.")),
                self._many("conforms_to", [StandardVersion]),
            ]
        return [
            self._text("name", required=True),
            self._one("provider", ENDS),
            self._many("consumers", ENDS, required=True),
            self._many("carries", [InformationEntity]),
            self._many("conforms_to", [StandardVersion]),
            self._many("through", [IntegrationPlatform]),
            self._timing(),
        ]

    def _label_of(self, name: str) -> str:
        return say(OF_STEP[self._do][name], self._language)

    def _text(self, name: str, hint: str = "", *, required: bool = False) -> Input:
        hint = say(hint, self._language) if hint else ""
        return Input(name, self._label_of(name), hint, "text", self._held(name), required=required)

    def _one(self, name: str, kinds: Sequence[type[Kind]], *, none: str = "") -> Input:
        said, options = self._label_of(name), self._things(kinds)
        if options is None:
            text = N_("Write its id; leave it empty for a new one.") if none else N_("Write its id.")
            hint = say(text, self._language)
            return Input(name, said, hint, "text", self._held(name), required=not none, kind=kinds[0].__name__)
        first = Option("", say(none or N_("Choose one"), self._language))
        return Input(name, said, "", "select", self._held(name), (first, *options), required=not none)

    def _many(self, name: str, kinds: Sequence[type[Kind]], *, required: bool = False) -> Input:
        said, options = self._label_of(name), self._things(kinds)
        if options is None:
            hint = say(N_("Write their ids with commas between."), self._language)
            return Input(name, said, hint, "text", self._held(name), required=required, kind=kinds[0].__name__)
        return Input(name, said, "", "many", self._held(name), options, required=required)

    def _timing(self) -> Input:
        options = [Option(each.value, each.words.say(self._language)) for each in Timing]
        first = Option("", say(N_("Not stated"), self._language))
        return Input("timing", self._label_of("timing"), "", "select", self._held("timing"), (first, *options))

    def _held(self, name: str) -> tuple[str, ...]:
        return tuple(self._values.get(name, ()))

    def _things(self, kinds: Sequence[type[Kind]]) -> tuple[Option, ...] | None:
        """The things of the kinds by name; None where there are too many to choose from."""
        found = self._snapshot.all(*kinds)
        if len(found) > OPTIONS_AT_MOST:
            return None
        options = [Option(node.id, self._thing_label(node, kinds)) for node in found]
        return tuple(sorted(options, key=lambda option: sort_key(option.label)))

    def _thing_label(self, node: Node, kinds: Sequence[type[Kind]]) -> str:
        name = name_of(node.id, node.fields).say(self._language)
        if node.kind == kinds[0].__name__:
            return name
        word = next(kind for kind in kinds if kind.__name__ == node.kind).words.say(self._language)
        return f"{name} ({word.lower()})"
