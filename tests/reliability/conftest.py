"""The small organisation of the API tests, on both databases."""

from tests.api.conftest import world

__all__ = ["world"]
