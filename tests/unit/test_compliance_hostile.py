"""Files that are damaged, hostile or simply something else: each is refused with its place, and nothing breaks."""

import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from graph.errors import OfferError
from loaders.tender.document import LIMITS
from loaders.tender.offer_reading import read_offer, read_offer_file
from loaders.tender.questionnaire_workbook import questionnaire
from loaders.tender.requirement_reading import read_requirements
from tests.unit.test_compliance_openapi import YAML
from tests.unit.test_compliance_questionnaire import SET
from tests.unit.test_compliance_statements import R4, XML

BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (c, c, *[c - 1] * 9) for c in range(ord("b"), ord("k"))
)
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><CapabilityStatement xmlns="http://hl7.org/fhir"/>'
OUTSIDE = b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><CapabilityStatement xmlns="http://hl7.org/fhir"/>'
DEEP_XML = b'<CapabilityStatement xmlns="http://hl7.org/fhir">' + b"<a>" * 5_000
WHOLE = json.dumps(R4, indent=1).encode()


def packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.json", WHOLE)
    return out.getvalue()


def with_entities() -> bytes:
    """A questionnaire whose strings come from entities."""
    source, out = zipfile.ZipFile(io.BytesIO(questionnaire(SET, "en"))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            data = source.read(part)
            target.writestr(
                part, data.replace(b"<workbook", b"<!DOCTYPE x><workbook", 1) if "workbook.xml" in part else data
            )
    return out.getvalue()


HOSTILE = {
    "empty": (b" \n", "is empty"),
    "too large": (b"{" + b" " * LIMITS.largest + b"}", "larger than 16 MB"),
    "cut JSON": (WHOLE[:700], r":40, column \d+: The file ends in the middle"),
    "cut in a text": (WHOLE[:38], "cut short"),
    "wrong JSON": (b'{"a": 1,, "b": 2}', ":1, column 9: The file is not correct JSON"),
    "a name twice": (b'{"resourceType": "CapabilityStatement", "kind": 1, "kind": 2}', '"kind" stands twice'),
    "not a number": (b'{"a": NaN}', "number that JSON does not allow"),
    "deep JSON": (b"[" * 100_000 + b"]" * 100_000, f"more than {LIMITS.deepest} levels"),
    "rather deep JSON": (b'{"a":' * 150 + b"1" + b"}" * 150, f"more than {LIMITS.deepest} levels"),
    "Latin-1": (WHOLE.replace(b"Journal", b"J\xf6rnal"), r"o.bin:6: The file is not UTF-8"),
    "UTF-16 JSON": (WHOLE.decode().encode("utf-16"), "not UTF-8"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not a text file"),
    "snapshot": (b"\x89PNG\r\n\x1a\n", "not a text file"),
    "binary": (b"\x00\x01\x02" * 50, "not a text file"),
    "cut XML": (XML[:600], r":\d+, column \d+: The file is not correct XML"),
    "entities": (ENTITY, "document type or entities"),
    "an entity outside": (OUTSIDE, "document type or entities"),
    "deep XML": (DEEP_XML, f"more than {LIMITS.deepest} levels"),
    "an unknown encoding": (XML.replace(b"UTF-8", b"EBCDIC-1"), "encoding|not correct XML"),
    "the wrong encoding": (XML.replace(b"Journal", b"J\xf6rnal"), "not correct XML"),
    "values as text": (XML.replace(b'<format value="json"/>', b"<format>json</format>"), '<format value="json"/>'),
    "HTML": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
    "other XML": (b"<definitions/>", 'begins with "definitions" and is not FHIR'),
    "other FHIR": (b'{"resourceType": "Patient"}', "of the type Patient"),
    "other FHIR in XML": (b'<Patient xmlns="http://hl7.org/fhir"/>', "of the type Patient"),
    "other JSON": (b'{"a": 1}', "no offer that can be read"),
    "a list": (b"[]", "no offer that can be read"),
    "a text": (b"hello", "no offer that can be read"),
    "AsyncAPI": (b"asyncapi: 3.0.0\n", "asyncapi 3.0.0, which is not read"),
    "OpenAPI 1": (b'{"swagger": "1.2"}', "swagger 1.2, which is not read"),
    "cut YAML": (b'openapi: 3.0.0\ninfo: {title: "A', r":2: .*correct YAML"),
    "a YAML bomb": (BOMB, "more than 500,000 values"),
    "an anchor within itself": (b"openapi: &a [*a]\n", "points at nothing above it"),
    "deep YAML": (b"[" * 900 + b"]" * 900, "levels deep"),
    "two documents": (b"openapi: 3.0.0\n---\na: 1\n", ":2: A new document begins"),
    "a key twice": (b"openapi: 3.0.0\nopenapi: 3.1.0\n", '"openapi" stands twice'),
    "a tag": (b"a: !!python/object:os.system x\n", "no offer that can be read"),
    "packed": (packed(), "not a questionnaire|damaged"),
    "a packed thing cut": (packed()[:60], "damaged or cut short"),
    "an old workbook": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old Excel file"),
    "a workbook with entities": (with_entities(), "XML declarations"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_what_and_where(name: str) -> None:
    data, said = HOSTILE[name]
    with pytest.raises(OfferError, match=said) as caught:
        read_offer(data, "o.bin")
    assert "o.bin" in str(caught.value)
    assert caught.value.say("sv") != caught.value.say("en")


@pytest.mark.parametrize("name", HOSTILE)
def test_nor_is_it_a_requirement_set(name: str) -> None:
    with pytest.raises(OfferError):
        read_requirements(HOSTILE[name][0], "o.bin")


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.json"):
        with pytest.raises(OfferError, match="no file"):
            read_offer_file(path)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """`data` with a byte changed, some taken away, or some put in."""
    at = chance.randrange(len(data))
    gone = chance.choice((0, 1, chance.randint(1, 40)))
    return data[:at] + bytes(chance.choices(b'{}[]<>&*:"\n\0x', k=chance.randint(0, 3))) + data[at + gone :]


@pytest.mark.parametrize("seed", range(150))
def test_random_damage_gives_an_offer_or_a_message(seed: int) -> None:
    chance = random.Random(seed)
    data = chance.choice([WHOLE, XML, YAML.encode(), questionnaire(SET, "sv")])
    for _ in range(chance.randint(1, 8)):
        data = damaged(data, chance)
    message = "o.bin"
    try:
        read_offer(data, "o.bin")
    except OfferError as error:
        message = str(error)
    assert "o.bin" in message
