"""What a file that is attached may be and be called. Pure."""

from __future__ import annotations

import re
import unicodedata

from trinvis.errors import invalid

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PNG, JPEG, WEBP, GIF = "image/png", "image/jpeg", "image/webp", "image/gif"

SUFFIXES: dict[str, tuple[str, ...]] = {
    PDF: ("pdf",),
    DOCX: ("docx",),
    PPTX: ("pptx",),
    PNG: ("png",),
    JPEG: ("jpg", "jpeg", "jpe", "jfif"),
    WEBP: ("webp",),
    GIF: ("gif",),
}
"""The kinds of file that can be attached, and how their names end; the first is the usual one."""

_LONGEST = 150
_FOLDERS = re.compile(r"[/\\]")
# Letters that are not seen, or that turn the others around: "fdp.exe" can be made to look like "exe.pdf".
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
_FORBIDDEN = re.compile(r'[<>:"|?*]')


def file_name(given: str, media_type: str) -> str:
    """The name to keep: no folders, no unseen letters, ending as its kind does.

    `media_type` is what was found in it. Raises `Refused(INVALID)` where the name says something else.
    """
    last = _FOLDERS.split(unicodedata.normalize("NFC", given))[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in _UNSEEN)
    bare = " ".join(_FORBIDDEN.sub(" ", seen).split()).strip(". ")
    stem, dot, suffix = bare.rpartition(".")
    endings = SUFFIXES[media_type]
    if not dot:
        stem, suffix = bare, endings[0]
    elif suffix.casefold() not in endings:
        raise invalid("file", "wrong_suffix", suffix=suffix[:10], found=endings[0])
    return f"{stem[: _LONGEST - 6].strip('. ') or 'fil'}.{suffix.casefold()}"
