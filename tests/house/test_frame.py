"""The frame of the tests does what it promises."""

import socket

import pytest


def test_no_test_reaches_the_network():
    with socket.socket() as outside, pytest.raises(PermissionError, match=r"192\.0\.2\.1"):
        outside.connect(("192.0.2.1", 80))
