"""What may be done with material, and what a link may lead to. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trinvis.access import Actor, May, reach
from trinvis.errors import invalid

MOST_LINKS = 20
# A host, perhaps a port, and what follows; no name before an @, which can make one host look like another.
_PAGE = re.compile(
    r"https?://(?:\[[0-9a-f:.]+\]|[^\W_](?:[\w.-]*[^\W_])?)(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE
)


def keeps(actor: Actor | None) -> bool:
    """Whether the actor keeps the library: it is everybody's, so the role is held at the tree's root."""
    if actor is None:
        return False
    return any(path.count("/") == 1 for path in reach(actor, May.KEEP_LIBRARY))


def of_a_part(actor: Actor) -> bool:
    """Whether she is HR for a part of the tree: she uses the library, and knows who keeps it."""
    return bool(reach(actor, May.KEEP_LIBRARY)) and not keeps(actor)


def moves(*, keeper: bool, retired: bool) -> list[str]:
    """What may be done with a piece of material now."""
    if not keeper:
        return []
    return ["restore"] if retired else ["edit", "add_file", "remove_file", "retire"]


def check_links(urls: Iterable[str]) -> None:
    """Refuse addresses that are no page of the web: others can run something. Raises `Refused(INVALID)`."""
    for number, url in enumerate(urls):
        if not _PAGE.fullmatch(url):
            raise invalid(f"links.{number}.url", "no_web_address")
