"""The shared texts of a workbook, to which its cells refer by number."""

from typing import IO

from loaders.files.workbook_xml import PHONETIC, SHARED, TEXT, elements, unescaped


def shared_texts(source: IO[bytes]) -> list[str]:
    """The texts that cells refer to by number; how they are to be pronounced is left out.

    Raises:
        DamagedError: the part cannot be made sense of.
    """
    found: list[str] = []
    characters: list[str] = []
    pieces: list[str] = []
    phonetic = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal phonetic
        if name == TEXT:
            characters.clear()
        elif name == PHONETIC:
            phonetic = True
        elif name == SHARED:
            pieces.clear()

    def end(name: str) -> None:
        nonlocal phonetic
        if name == TEXT and not phonetic:
            pieces.extend(characters)
        elif name == PHONETIC:
            phonetic = False
        elif name == SHARED:
            found.append(unescaped("".join(pieces)))

    for _ in elements(source, start, end, characters.append):
        pass
    return found
