"""Writes a dataset as YAML files: one per kind, as a person would have written them."""

from pathlib import Path
from typing import Any

import yaml

from graph.facts.facts import LinkFact, Properties
from graph.ontology.declaration import Kind
from loaders.sources.contract import Dataset
from loaders.sources.register.cells import blank
from loaders.sources.register.headings import DEFAULTS, FROM, RELATION, RELATIONS, TO
from loaders.sources.register.manifest import DATASET, MANIFEST, TITLE, TITLE_SV, TRUST
from loaders.sources.register.outline import Outline, OutlineEntry, needed, outgoing, shared, stands_on
from loaders.sources.register.provenance import Ground

WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Block style, lists indented under their key, long texts as blocks, no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def write_yaml(dataset: Dataset, outline: Outline, folder: Path) -> None:
    """Write the manifest and a file for each kind into `folder`."""
    manifest = {DATASET: dataset.id, TITLE: dataset.title, TITLE_SV: dataset.title_sv, TRUST: dataset.trust}
    _write(folder / MANIFEST, {name: value for name, value in manifest.items() if value is not None})
    for kind, entries in outline.kinds():
        outer = shared(stands_on(entry.thing.provenance) for entry in entries)
        things = [_thing(entry, outer, outline) for entry in entries]
        _write(folder / file_name(kind), {**_defaults(outer), kind.__name__: things})
    if outline.loose:
        outer = shared(stands_on(link.provenance) for link in outline.loose)
        relations = [_loose(link, outer) for link in outline.loose]
        _write(folder / f"{RELATIONS.lower()}.yaml", {**_defaults(outer), RELATIONS: relations})


def file_name(kind: type[Kind]) -> str:
    """``information-entities.yaml``"""
    return kind.plural.en.lower().replace(" ", "-") + ".yaml"


def _defaults(outer: Ground) -> dict[str, Any]:
    return {DEFAULTS: needed(outer, Ground())}


def _thing(entry: OutlineEntry, outer: Ground, outline: Outline) -> dict[str, Any]:
    thing = entry.thing
    own = stands_on(thing.provenance)
    written: dict[str, Any] = {**_fields({"id": thing.id, **thing.fields}), **needed(own, outer)}
    targets: dict[str, list[Any]] = {}
    for link in entry.links:
        side = outgoing(link.relation)
        pointer = outline.pointer(link.target, side.others)
        more = {**_fields(link.fields), **needed(stands_on(link.provenance), own)}
        targets.setdefault(side.key, []).append({TO: pointer, **more} if more else pointer)
    return written | {key: each[0] if len(each) == 1 else each for key, each in targets.items()}


def _loose(link: LinkFact, outer: Ground) -> dict[str, Any]:
    ends = {FROM: str(link.source), RELATION: link.relation.forward_key, TO: str(link.target)}
    return {**ends, **_fields(link.fields), **needed(stands_on(link.provenance), outer)}


def _fields(fields: Properties) -> Properties:
    return {name: value for name, value in fields.items() if not (isinstance(value, str) and blank(value))}


def _write(path: Path, content: dict[str, Any]) -> None:
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    path.write_text(text, encoding="utf-8", newline="\n")
