"""Which addresses may be fetched from: http and https, and no machine of this network unless that is allowed.

What a page leads to is not the user's choice: a link or a redirect to a router's page or to a cloud's metadata
must not be followed (“Server-Side Request Forgery”, OWASP). Names are judged by what they resolve to, and every
connection once more by the address that it really goes to, so that a name that changes in between gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core.errors import FetchError

if TYPE_CHECKING:
    import urllib.request

# IPv6 addresses that carry an IPv4 one: translated (RFC 6052), 6to4 (RFC 3056).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_ALLOW = "Allow addresses of your own network in the settings (allows_private_addresses), or with --allow-private."


class PrivateAddressError(OSError):
    """A connection to a private address was not made."""


def is_web_address(text: str) -> bool:
    """Whether a text is an address to fetch from, rather than a file's name."""
    return text.lower().startswith(("http://", "https://"))


def check_address(url: str, allows_private: bool) -> None:
    """Make sure that an address can be fetched from, before anything is connected to.

    Raises:
        FetchError: It is no address of the web, or leads into a private network.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise FetchError(f"This is no address of the web ({error}).", url) from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError("Only addresses that begin with http:// or https:// can be fetched.", url)
    if allows_private or _goes_by_proxy(parts.scheme, host):
        return
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        remedy = "Check the address and the network, then try again."
        raise FetchError(
            f"The name {host} can't be found ({why}).", url, remedy=remedy, is_passing=True
        ) from error
    if not all(is_public(str(each[4][0])) for each in found):
        raise private(url)


def private(url: str) -> FetchError:
    """Return the error for an address, or a redirect or link of it, that leads into a private network."""
    return FetchError("It leads to a private network, which is not fetched from.", url, remedy=_ALLOW)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def guard_connections() -> None:
    """Refuse private addresses in this whole process from now on, whoever connects; proxies that are set pass."""
    allowed = _proxy_addresses()
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def check(given: Any) -> None:
        if not isinstance(given, tuple):
            raise PrivateAddressError("a socket of this computer")
        host, port = str(given[0]), int(given[1])
        if (host, port) not in allowed and not is_public(host):
            raise PrivateAddressError(f"{host} is a private address")

    def guarded(self: socket.socket, given: Any) -> None:
        check(given)
        connect(self, given)

    def guarded_ex(self: socket.socket, given: Any) -> int:
        check(given)
        return connect_ex(self, given)

    socket.socket.connect = guarded  # type: ignore[assignment,method-assign]
    socket.socket.connect_ex = guarded_ex  # type: ignore[assignment,method-assign]


def only_the_web() -> None:
    """Let Python's own client speak no other protocol than HTTP in this process: redirects lead elsewhere too."""
    import urllib.request

    def refuse(self: Any, request: urllib.request.Request) -> Any:
        raise PrivateAddressError(f"{request.type} is not fetched")

    for handler, name in ((urllib.request.FTPHandler, "ftp_open"), (urllib.request.FileHandler, "file_open")):
        setattr(handler, name, refuse)


def _goes_by_proxy(scheme: str, host: str) -> bool:
    from urllib.request import getproxies, proxy_bypass

    return scheme in getproxies() and not proxy_bypass(host)


def _proxy_addresses() -> set[tuple[str, int]]:
    from urllib.request import getproxies

    found = set()
    for proxy in getproxies().values():
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        try:
            port = parts.port or 80
            each = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        except (OSError, ValueError):
            continue
        found |= {(str(address[4][0]), port) for address in each} | {(parts.hostname or "", port)}
    return found
