"""The addressing catalogue (TAK) of a world, written in either of the two shapes that it is exported in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from benchmarks.worlds.world_draft import Thing

EXPORTED = "2020-06-30T12:00:00Z"
"""Before any day that a world is asked of; what has no end goes on."""
Rows = list[dict[str, Any]]


class Entry(NamedTuple):
    """A permission of a consumer, or a route to a producer where it has a profile."""

    system: "Thing"
    contract: str
    """Its namespace."""
    address: str
    since: str | None = None
    until: str | None = None
    profile: str | None = None

    @property
    def url(self) -> str:
        """Where the producer answers."""
        return f"https://{self.system.id.lower()}.invalid/{self.profile}"


@dataclass
class Catalogue:
    """Permissions, routes, and contracts that stand there whether or not anything is for them."""

    permissions: list[Entry] = field(default_factory=list)
    routes: list[Entry] = field(default_factory=list)
    contracts: list[str] = field(default_factory=list)
    systems: list["Thing"] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)
    """Logical addresses that nothing is for, and that cannot be an id."""
    addresses: int = 0
    """How many logical addresses have been given out."""

    def write(self, path: Path, *, older: bool) -> None:
        """Write the file, unless there is nothing in it."""
        if self.contracts:
            made = {"formatVersion": "1", "version": "0", "tidpunkt": EXPORTED, "utforare": "-", "kommentar": ""}
            told = json.dumps({**made, "data": self._older() if older else self._newer()}, ensure_ascii=False, indent=1)
            path.write_text(told + "\n", encoding="utf-8")

    def _parts(self) -> dict[str, dict[str, str]]:
        """What entries refer to, by list and key, with the field that the key stands in."""
        entries = (*self.permissions, *self.routes)
        return {
            "rivtaprofil": dict.fromkeys((each.profile for each in self.routes if each.profile), "namn"),
            "tjanstekontrakt": dict.fromkeys(self.contracts, "namnrymd"),
            "logiskadress": dict.fromkeys((*(each.address for each in entries), *self.unusable), "hsaId"),
        }

    def _newer(self) -> dict[str, Rows]:
        """References are the numbers of rows."""
        entries = (*self.permissions, *self.routes)
        parts = {**self._parts(), "tjanstekomponent": dict.fromkeys((each.system.id for each in entries), "hsaId")}
        numbers = {(name, key): number for number, (name, key) in enumerate(_pairs(parts), 1)}
        urls = {each.url: each for each in self.routes}
        numbers |= {("anropsadress", url): number for number, url in enumerate(urls, len(numbers) + 1)}
        lists = {
            name: [{"id": numbers[name, key], "pubversion": "1", field: key} for key, field in keys.items()]
            for name, keys in parts.items()
        }
        lists["anropsadress"] = [
            _row(numbers["anropsadress", url], adress=url, relationships={
                "rivtaprofil": numbers["rivtaprofil", str(each.profile)],
                "tjanstekomponent": numbers["tjanstekomponent", each.system.id],
            }) for url, each in urls.items()
        ]  # fmt: skip
        lists["anropsbehorighet"] = [
            _dated(number, each, {
                "logiskAdress": numbers["logiskadress", each.address],
                "tjanstekonsument": numbers["tjanstekomponent", each.system.id],
                "tjanstekontrakt": numbers["tjanstekontrakt", each.contract],
            }) for number, each in enumerate(self.permissions, 1)
        ]  # fmt: skip
        lists |= {"filter": [], "filtercategorization": []}
        lists["vagval"] = [
            _dated(number, each, {
                "anropsadress": numbers["anropsadress", each.url],
                "logiskadress": numbers["logiskadress", each.address],
                "tjanstekontrakt": numbers["tjanstekontrakt", each.contract],
            }) for number, each in enumerate(self.routes, 1)
        ]  # fmt: skip
        return lists

    def _older(self) -> dict[str, Rows]:
        """References are keys, and consumers and producers stand apart."""
        lists = {
            name: [_row(number, **{field: key}) for number, (key, field) in enumerate(keys.items(), 1)]
            for name, keys in self._parts().items()
        }
        for name, entries in (("tjanstekonsument", self.permissions), ("tjansteproducent", self.routes)):
            systems = dict.fromkeys(each.system.id for each in entries)
            lists[name] = [_row(number, hsaId=system) for number, system in enumerate(systems, 1)]
        lists["anropsbehorighet"] = [
            _dated(number, each, {"tjanstekonsument": each.system.id, **_about(each)})
            for number, each in enumerate(self.permissions, 1)
        ]
        lists["vagval"] = [
            _dated(number, each, {"anropsadress": each.url, "rivtaProfil": each.profile,
                                  "tjansteproducent": each.system.id, **_about(each)})
            for number, each in enumerate(self.routes, 1)
        ]  # fmt: skip
        return lists


def _pairs(parts: dict[str, dict[str, str]]) -> Iterable[tuple[str, str]]:
    return ((name, key) for name, keys in parts.items() for key in keys)


def _about(entry: Entry) -> dict[str, Any]:
    return {"tjanstekontrakt": entry.contract, "logiskAdress": entry.address}


def _row(number: int, **said: Any) -> dict[str, Any]:
    return {"id": number, "pubversion": "1", **said}


def _dated(number: int, entry: Entry, related: dict[str, Any]) -> dict[str, Any]:
    times = {name: f"{day}T00:00:00+0000" for name, day in (("fromTidpunkt", entry.since), ("tomTidpunkt", entry.until))
             if day}  # fmt: skip
    return _row(number, **times, relationships=related)
