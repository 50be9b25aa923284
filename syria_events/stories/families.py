"""Which CAMEO roots articles use of one deed: a truce is declared (08), ordered (10) or agreed to (03, 05)."""

from functools import cache

SPEECH = frozenset(("01", "02", "09", "10", "11", "12", "13"))
FORCE = frozenset(("14", "15", "17", "18", "19", "20"))
_FAMILIES = {
    "speech": SPEECH,
    "force": FORCE,
    "talks": frozenset(("03", "04", "05", "06")),
    "promises": frozenset(("01", "02", "03", "05", "08", "10")),
    "help": frozenset(("06", "07", "08")),
    "breaks": frozenset(("12", "16", "17")),
}
SYMMETRIC = frozenset(("03", "04", "05", "06", "16", "19"))  # joint acts of these roots are told in either order


@cache
def families(root: str) -> frozenset[str]:
    """The families of a root; one that is in none is a family of its own."""
    return frozenset(name for name, roots in _FAMILIES.items() if root in roots) or frozenset((root,))
