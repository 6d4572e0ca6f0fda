"""Workbooks made part by part, as other programs than ours may write them."""

import io
import zipfile

from graph.facts.places import Place
from loaders.files.cells_and_problems import Problems, TableRow
from loaders.files.workbook_reading import sheets
from loaders.sources.register.register_limits import LIMITS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FORMATS = {164: "yyyy\\-mm\\-dd", 165: "0000", 166: "0.00", 167: '"v"0.0', 168: "[h]:mm", 169: "yyyy"}
STYLES = (0, 14, 164, 165, 166, 167, 168, 169, 9, 3)
"""The formats of the styles, by their number: the second shows a day as the reader's land does."""


def packed(cells: str | bytes, texts: str = "", *, workbook: str = "", sheet: str = "Blad") -> bytes:
    """A workbook of one sheet, whose rows are the XML `cells`, with shared texts `texts` and properties `workbook`.

    Bytes are the sheet's whole part.
    """
    formats = "".join(f"<numFmt numFmtId='{id}' formatCode='{code}'/>" for id, code in FORMATS.items())
    styles = "".join(f"<xf numFmtId='{id}' fontId='0' fillId='0' borderId='0'/>" for id in STYLES)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f"<Types xmlns='{PACKAGE}/content-types'><Default Extension='xml' "
        f"ContentType='application/xml'/><Override PartName='/xl/workbook.xml' ContentType='{TYPE}.sheet.main+xml'/>"
        f"<Override PartName='/xl/sharedStrings.xml' ContentType='{TYPE}.sharedStrings+xml'/></Types>",
        "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'>{workbook}"
        f"<sheets><sheet name='{sheet}' sheetId='1' r:id='one'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{PACKAGE}/relationships'>"
        f"<Relationship Id='one' Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
        "xl/styles.xml": f"<styleSheet xmlns='{MAIN}'><numFmts count='{len(FORMATS)}'>{formats}</numFmts>"
        f"<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": f"<sst xmlns='{MAIN}'>{texts}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{MAIN}'><sheetData>{cells}</sheetData></worksheet>"
        if isinstance(cells, str)
        else cells,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def table(data: bytes, title: str | None = None) -> tuple[list[TableRow], list[str]]:
    """The rows of the one sheet, or of that called `title`, and what is told of it."""
    problems = Problems()
    found: list[TableRow] = []
    with sheets(data, "x.xlsx", LIMITS, problems) as every:
        for sheet in every:
            if title in (None, sheet.title):
                assert sheet.place == Place("x.xlsx", 0, "", sheet.title)
                found += sheet.rows(problems)
    return found, [each.say("en") for each in problems.in_order()]
