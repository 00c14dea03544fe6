"""Files as people attach them, and as somebody with bad intentions would make them."""

from __future__ import annotations

import io
import zipfile
import zlib

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00"
    b"\x02\x02D\x01\x00;"
)
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00/\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"

_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/{part}" ContentType="{main}"/>{more}</Types>"""
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DOCUMENT = ("word/document.xml", f"{_OFFICE}.wordprocessingml.document.main+xml")
_DECK = ("ppt/presentation.xml", f"{_OFFICE}.presentationml.presentation.main+xml")


def office(
    part: tuple[str, str] = _DOCUMENT,
    more: dict[str, bytes] | None = None,
    types: str = "",
    encoding: str = "utf-8",
) -> bytes:
    """A small Office file, with more parts and types where a test wants them."""
    named = _TYPES.replace("UTF-8", encoding.upper()).format(part=part[0], main=part[1], more=types)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", named.encode(encoding))
        archive.writestr(part[0], b"<document/>")
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return made.getvalue()


DOCX = office()
PPTX = office(_DECK)
XLSX = office(("xl/workbook.xml", f"{_OFFICE}.spreadsheetml.sheet.main+xml"))
MACROS = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'


def zipped(**members: bytes) -> bytes:
    """A plain ZIP file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def links(target: str, kind: str) -> bytes:
    """A part that says what an Office file refers to."""
    return (
        '<?xml version="1.0"?><Relationships xmlns="r"><Relationship Id="1" TargetMode="External" '
        f'Type="{_OFFICE.replace("application/vnd.", "http://")}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def lying_about_its_size() -> bytes:
    """An Office file with a part that says that it is smaller than it is."""
    data = bytearray(office(more={"word/media/a.bin": b"\0" * 100_000}))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/media/a.bin"))
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def packed(words: bytes) -> bytes:
    """A PDF that hides an object in a stream of packed objects."""
    stream = zlib.compress(words)
    head = f"2 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {len(stream)} >> stream\n"
    return b"%PDF-1.7\n" + head.encode() + stream + b"\nendstream endobj\n%%EOF"
