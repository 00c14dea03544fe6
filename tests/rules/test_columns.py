"""Text that means the same on both databases."""

import pytest

from trinvis.core.columns import below, folded, new_id, sort_key


def test_danish_order() -> None:
    names = ["Aagaard", "Østergaard", "Zahra", "Ærø", "Ågesen", "Bruun", "Øberg", "Andersen"]
    assert sorted(names, key=sort_key) == [
        "Andersen",
        "Bruun",
        "Zahra",
        "Ærø",
        "Øberg",
        "Østergaard",
        "Ågesen",
        "Aagaard",
    ]


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("Østergård", "oestergaard"),
        ("Åse", "aase"),
        ("ÆBLE", "æble"),
        ("morgenmøder", "morgenmøde"),
        ("A\u030ase", "Åse"),
    ],
)
def test_folding_finds_what_people_type(written: str, looked_for: str) -> None:
    assert folded(written) == folded(looked_for)


def test_the_range_below_a_path_holds_its_subtree_only() -> None:
    low, high = below("ab/")
    inside = ["ab/", "ab/cd/", "ab/zz/"]
    outside = ["ab0/", "abc/", "aa/", "ac/"]
    assert all(low <= path < high for path in inside)
    assert not any(low <= path < high for path in outside)


def test_ids_sort_by_their_making() -> None:
    made = [new_id() for _ in range(1000)]
    assert made == sorted(made)
    assert made[0].version == 7
