"""On what terms a record is served: who may do what, under which names, how much is taken in."""

from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path

from communique.errors import NotPossible
from communique.intake.values import MEGABYTE

HOSTS = ("127.0.0.1", "localhost")
"""Names under which it answers: a page elsewhere cannot reach it under a name of its own."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a server is to behave; as it stands, the record is only looked at, on this machine.

    With ``writes`` people decide and add: one person, ``author``, where nobody signs in. ``users``
    is the file of those who may come in, ``signs_in`` says that they do it here, ``header`` is that
    in which a proxy at one of the addresses ``proxies`` names them. ``limit`` is the most that is
    taken in at once, in bytes; ``wait`` for how many seconds another process that writes is waited
    for; ``patience`` for how many seconds at least an answer waits for what was asked.
    """

    writes: bool = False
    author: str = ""
    hosts: tuple[str, ...] = HOSTS
    users: Path | None = None
    signs_in: bool = False
    header: str | None = None
    proxies: tuple[str, ...] = ()
    limit: int = 20 * MEGABYTE
    wait: float = 4.0
    patience: float = 0.0

    @property
    def is_open(self) -> bool:
        """Whether whoever reaches it is let in."""
        return not self.signs_in and self.header is None


LOOKING = Terms()


def check_terms(terms: Terms, host: str) -> None:
    """Raise NotPossible if on these terms anybody could come in whom nobody knows."""
    if terms.signs_in and terms.header is not None:
        raise NotPossible("people sign in here (--users) or at a proxy (--trust-header), not both")
    if terms.header is not None and not terms.proxies:
        raise NotPossible(
            f"anybody can send a header {terms.header}: name with --proxy the addresses of the "
            "proxies whose word counts"
        )
    for proxy in terms.proxies:
        network_of(proxy)
    if terms.is_open and not is_loopback(host):
        raise NotPossible(
            f"at {host} others reach the record: let people sign in (--users, after communique "
            "users add), or name the header of a proxy that does (--trust-header, --proxy)"
        )


def network_of(proxy: str) -> str:
    """The network in which a proxy is; raises NotPossible for all others, and for all there are."""
    try:
        network = ip_network(proxy, strict=False)
    except ValueError:
        network = None
    if network is None or network.prefixlen == 0:
        raise NotPossible(
            f"--proxy {proxy} is no address of a proxy: expected one as in 127.0.0.1, or a network "
            "as in 10.0.0.0/24"
        )
    return str(network)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
