"""The item as text, to copy into whatever the region's agenda is written in."""

from __future__ import annotations

from trinvis.reports.paper import Paper, Part


def text(paper: Paper) -> str:
    """Headings on lines of their own, bullets as they look in a mail; the annexes stay in the files."""
    blocks = [paper.title, paper.meta, *(_part(part) for part in paper.parts)]
    if paper.annexes:
        listed = "\n".join(f"{number}. {one.title}" for number, one in enumerate(paper.annexes, 1))
        blocks.append(f"{paper.annex_words[0]}\n{listed}")
    return "\n\n".join(block for block in blocks if block) + "\n"


def _part(part: Part) -> str:
    bullets = "\n".join(f"• {one}" for one in part.bullets)
    body = [*part.paragraphs, *([bullets] if bullets else []), *part.after]
    return "\n".join([*([part.heading] if part.heading else []), "\n".join(body)]).rstrip()
