"""What a file is, what it may be called, and what is kept out."""

from __future__ import annotations

import pytest

from tests.api import files
from tests.api.files import DOCX, GIF, JPEG, MACROS, PDF, PNG, PPTX, WEBP, XLSX, links, office, packed, zipped
from trinvis.attachments import rules
from trinvis.attachments.kinds import media_type
from trinvis.attachments.rules import file_name
from trinvis.errors import Refused

PAGE = links("afchunk.html", "aFChunk").replace(b' TargetMode="External"', b"")
"""A page of the web that is taken into the text when the file is opened."""


def problem(refused: pytest.ExceptionInfo[Refused]) -> str:
    errors = refused.value.facts["errors"]
    assert isinstance(errors, list)
    return str(errors[0]["problem"])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, rules.PDF), (DOCX, rules.DOCX), (PPTX, rules.PPTX), (PNG, rules.PNG), (JPEG, rules.JPEG),
        (GIF, rules.GIF), (WEBP, rules.WEBP), (packed(b"1 0 << /Type /Page >>"), rules.PDF),
        # A link to click is no danger, nor is the table behind a chart.
        (office(more={"word/_rels/document.xml.rels": links("https://rm.dk", "hyperlink")}), rules.DOCX),
        (office(more={"word/embeddings/chart.xlsx": b"PK"}), rules.DOCX),
    ],
)  # fmt: skip
def test_the_kind_is_told_from_the_content(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00", "unknown_type"),
        (b"<html><script>alert(1)</script>", "unknown_type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown_type"),
        (b"just words", "unknown_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unknown_type"),
        (b" " + PDF, "unknown_type"),
        (zipped(a=b"b"), "unknown_type"),
        (XLSX, "unknown_type"),
        # Two files in one.
        (PDF + zipped(a=b"b"), "two_in_one"),
        (PNG + DOCX, "two_in_one"),
        (GIF[:20] + b"<script>alert(1)</script>" + GIF[20:], "two_in_one"),
        (JPEG[:20] + PDF, "two_in_one"),
        # What runs.
        (PDF.replace(b"/Type", b"/OpenAction << /S /JavaScript >> /Type"), "runs"),
        (PDF.replace(b"/Type", b"/OpenAction << /S /J#61vaScript >> /Type"), "runs"),
        (PDF.replace(b"/Type", b"/A << /S /Launch /F (cmd.exe) >> /Type"), "runs"),
        (packed(b"1 0 << /S /JavaScript /JS (app.alert(1)) >>"), "runs"),
        (PDF.replace(b"/Root", b"/Encrypt 3 0 R /Root"), "locked"),
        (PDF.replace(b"%%EOF", b""), "broken"),
        (office(types=MACROS), "macros"),
        (office(types=MACROS, encoding="utf-16"), "macros"),
        (office(more={"word/vbaProject.bin": b"x"}), "macros"),
        (office(more={"word/activeX/activeX1.xml": b"x"}), "macros"),
        (office(more={"word/media/setup.EXE": b"MZ"}), "macros"),
        (office(more={"word/embeddings/oleObject1.bin": b"x"}), "embedded"),
        (office(more={"word/embeddings/book.xlsm": b"x"}), "embedded"),
        *(
            (office(more={"word/_rels/document.xml.rels": links(target, kind)}), "fetches")
            for target, kind in [
                ("http://x/a.png", "image"), ("file://x/share/a.png", "image"), ("http://x/a.mp4", "video"),
                ("http://x/a.html", "aFChunk"), ("http://x/a", "control"),
                ("http://x/t.dotm", "attachedTemplate"),
                ("javascript:alert(1)", "hyperlink"),
            ]
        ),
        (office(more={"word/_rels/document.xml.rels": PAGE}), "embedded"),
        # What unpacks to more than it says, or than there is room for, or leads outside.
        (office(more={"word/media/a.png": b"\0" * 310_000_000}), "unpacks_too_large"),
        (files.lying_about_its_size(), "broken"),
        (office(more={"../../evil.txt": b"x"}), "broken"),
        (office(more={"word\\evil.txt": b"x"}), "broken"),
        (DOCX[:-30], "broken"),
        (office(more={"word/_rels/a.rels": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "broken"),
    ],
)
def test_what_is_kept_out(data: bytes, why: str) -> None:
    with pytest.raises(Refused) as refused:
        media_type(data)
    assert problem(refused) == why


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Referat 3. marts.pdf", "Referat 3. marts.pdf"),
        ("Blåbærgrød på Ærø.PDF", "Blåbærgrød på Ærø.pdf"),
        ("a\u030arsmøde.pdf", "årsmøde.pdf"),
        ("referat", "referat.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Brugere\\mig\\referat.pdf", "referat.pdf"),
        ("/tmp/../x/referat.pdf", "referat.pdf"),
        ("fdp.\u202eexe\u202c.pdf", "fdp.exe.pdf"),
        ('a"b<c>|d?.pdf', "a b c d.pdf"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf"),
        (".pdf", "pdf.pdf"),
        ("...", "fil.pdf"),
        ("x" * 400 + ".pdf", "x" * 144 + ".pdf"),
    ],
)
def test_names(given: str, kept: str) -> None:
    assert file_name(given, rules.PDF) == kept


@pytest.mark.parametrize("given", ["billede.png", "program.exe", "referat.pdf.html", "a.docx"])
def test_a_name_that_says_something_else(given: str) -> None:
    with pytest.raises(Refused) as refused:
        file_name(given, rules.PDF)
    assert problem(refused) == "wrong_suffix"
