"""Owners of offices, however many stand one inside the other."""

from tests.rules.mentioned import mentions_of


def test_offices_inside_offices_are_read_to_a_depth() -> None:
    assert "RUSGOV" in mentions_of("قال/V المتحدث/N باسم/N " + "رئيس/N " * 2 + "روسيا/X")[0]
    first, *_ = mentions_of("قال/V المتحدث/N باسم/N " + "رئيس/N " * 5 + "روسيا/X")
    assert first.endswith("| mention.bare-office")
    assert len(mentions_of("قال/V " + "رئيس/N " * 2000)) == 2000
