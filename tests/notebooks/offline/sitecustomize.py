"""On a kernel's path, this module makes every address but the machine's own unreachable."""

import socket
from typing import Any

_LOOPBACK = ("127.", "::1", "localhost")
_connect = socket.socket.connect
_look_up = socket.getaddrinfo


def _refuse(host: object) -> None:
    if isinstance(host, str) and not host.startswith(_LOOPBACK):
        raise OSError(f"the test runs without a network, and {host} was asked for")


def connect(self: socket.socket, address: Any) -> None:
    """Connect to this machine only."""
    if isinstance(address, tuple):
        _refuse(address[0])
    _connect(self, address)


def look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
    """Look up this machine only."""
    _refuse(host)
    return _look_up(host, *args, **kwargs)


socket.socket.connect = connect  # type: ignore[assignment,method-assign]
socket.getaddrinfo = look_up
