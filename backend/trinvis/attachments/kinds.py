"""What a file is, told from its content alone; what runs, or is two things at once, is kept out."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

import puremagic

from trinvis.attachments.rules import DOCX, GIF, JPEG, PDF, PNG, PPTX, WEBP
from trinvis.errors import Refused, invalid

MOST_UNPACKED = 300_000_000
"""Bytes that an Office file may take up unpacked; a deck full of pictures takes a tenth."""
_MOST_MEMBERS = 5_000
_MOST_XML = 2_000_000
_CHUNK = 1 << 20

_BEGINS = (
    (PDF, re.compile(rb"%PDF-\d")),
    (PNG, re.compile(rb"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", re.DOTALL)),
    (JPEG, re.compile(rb"\xff\xd8\xff")),
    (GIF, re.compile(rb"GIF8[79]a")),
    (WEBP, re.compile(rb"RIFF....WEBPVP8", re.DOTALL)),
)
_SECOND = re.compile(rb"%PDF-|<(?:script|html|svg|!doctype|\?php)", re.IGNORECASE)
_RUNS_IN_PDF = re.compile(rb"/(?:JavaScript|Launch|RichMedia)\b")
_LOCKED_PDF = re.compile(rb"/Encrypt\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": DOCX,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": PPTX,
}
_PART = {DOCX: "word/document.xml", PPTX: "ppt/presentation.xml"}
_RUNS_IN_OFFICE = re.compile(
    r"(?:^|/)(?:vbaproject|vbadata|activex)|/ctrlprops/|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|hta|jar|lnk)$"
)
_EMBEDDED = re.compile(r"/embeddings/(?!.*\.(?:xlsx|docx|pptx)$)")
# Of what lies elsewhere only links to click stay: pictures, films, templates are fetched when it is opened.
_CLICKED = re.compile(r"/hyperlink$")
_SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_OTHER_KIND = re.compile(r"/aFChunk$|\.(?:html?|mht(?:ml)?|svgz|swf)$", re.IGNORECASE)


def media_type(data: bytes) -> str:
    """The file's media type. Raises `Refused(INVALID)` about `file` for whatever we do not keep."""
    if not data:
        raise invalid("file", "empty")
    found = next((kind for kind, begins in _BEGINS if begins.match(data)), None)
    if found is None and data.startswith(b"PK\x03\x04"):
        return _office(data)
    if found is None or found not in _as_others_see_it(data):
        raise invalid("file", "unknown_type")
    # A picture or a PDF with a second file behind or before it is read differently by different programs.
    if zipfile.is_zipfile(io.BytesIO(data)) or _SECOND.search(data[5:1024]):
        raise invalid("file", "two_in_one")
    if found == PDF:
        _pdf(data)
    return found


def _as_others_see_it(data: bytes) -> set[str]:
    """The media types that its first and last bytes suggest."""
    try:
        return {match.mime_type for match in puremagic.magic_string(data)}
    except puremagic.PureError:
        return set()


def _pdf(data: bytes) -> None:
    """Refuse one that does something when it is opened, or that cannot be looked into."""
    if b"%%EOF" not in data:
        raise invalid("file", "broken")
    for part in (data, *_packed_objects(data)):
        names = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)
        if _RUNS_IN_PDF.search(names):
            raise invalid("file", "runs")
        if _LOCKED_PDF.search(names):
            raise invalid("file", "locked")


def _packed_objects(data: bytes) -> Iterator[bytes]:
    """The objects that newer PDFs pack together, unpacked as far as they are sensible."""
    left = MOST_UNPACKED
    for found in _OBJECTS.finditer(data):
        unpack = zlib.decompressobj()
        try:
            objects = unpack.decompress(data[found.end() :], min(left, 20 * _CHUNK))
        except zlib.error:
            continue
        left -= len(objects)
        if unpack.unconsumed_tail or left <= 0:
            raise invalid("file", "unpacks_too_large")
        yield objects


def _office(data: bytes) -> str:
    """DOCX or PPTX: a container that unpacks to a sensible size, and in which nothing runs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _container(archive, data)
    except Refused:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise invalid("file", "broken") from error


def _container(archive: zipfile.ZipFile, data: bytes) -> str:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise invalid("file", "locked")
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise invalid("file", "unpacks_too_large")
    names = [member.filename for member in members]
    if archive.comment or len({name.casefold() for name in names}) < len(names):
        raise invalid("file", "two_in_one")
    found = _kind(archive, names)
    for name in names:
        _check_member(name)
    for member in members:
        _unpack(archive, member)
    for name in names:
        if name.casefold().endswith(".rels"):
            _check_links(archive, name)
    return found


def _kind(archive: zipfile.ZipFile, names: list[str]) -> str:
    """What its own table of contents says it is."""
    if "[Content_Types].xml" not in names:
        raise invalid("file", "unknown_type")
    types = [attributes.get("ContentType", "") for _, attributes in _elements(archive, "[Content_Types].xml")]
    if any("macroenabled" in each.casefold() or "vbaproject" in each.casefold() for each in types):
        raise invalid("file", "macros")
    kinds = {_MAIN[each] for each in types if each in _MAIN}
    if len(kinds) != 1 or _PART[next(iter(kinds))] not in names:
        raise invalid("file", "unknown_type")
    return kinds.pop()


def _check_member(name: str) -> None:
    """Refuse what leads out of the container, and what runs."""
    folded = name.casefold()
    if "\\" in name or name.startswith("/") or ".." in name.split("/") or ":" in name:
        raise invalid("file", "broken")
    if _RUNS_IN_OFFICE.search(folded):
        raise invalid("file", "macros")
    if _EMBEDDED.search(folded):
        raise invalid("file", "embedded")


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Unpack it once: its size is what it says, since the checksum fits."""
    with archive.open(member) as unpacked:
        while unpacked.read(_CHUNK):
            pass


def _check_links(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse what fetches something from elsewhere by itself or takes in a page; links to click are fine."""
    for _, attributes in _elements(archive, name):
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if attributes.get("TargetMode") == "External":
            if not _CLICKED.search(kind) or _SCRIPT.match(target):
                raise invalid("file", "fetches")
        elif _OTHER_KIND.search(kind) or _OTHER_KIND.search(target):
            raise invalid("file", "embedded")


def _elements(archive: zipfile.ZipFile, name: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a small XML part, in whatever encoding it is; an entity could grow without end."""
    if archive.getinfo(name).file_size > _MOST_XML:
        raise invalid("file", "unpacks_too_large")
    found: list[tuple[str, dict[str, str]]] = []

    def doctype(*_: object) -> None:
        raise invalid("file", "broken")

    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append((tag, attributes))
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(archive.read(name), True)
    return found
