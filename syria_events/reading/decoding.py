"""Bytes -> text, whatever encoding an Arabic file is in."""

import codecs
import re

# What text does not hold: control characters other than white space, and replacements for broken bytes.
_JUNK = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LEGACY = {"cp1256": "Windows-1256", "iso8859_6": "ISO-8859-6", "utf_16_le": "UTF-16", "utf_16_be": "UTF-16"}
_BINARY = "not text; save it as a UTF-8 text file first"

MARKUP = "{} is not read yet; save the text of the page as a UTF-8 .txt file"
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"</?(?:p|div|span|br|a|img|table|t[dr]|[uo]l|li|h[1-6]|script|style|meta|link)\b[^<>]*>", re.I)
_FEWEST_TAGS = 10
_HEAD = 5_000  # characters in which a page shows that it is one


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file's bytes, and a remark where the encoding was not plain UTF-8 (otherwise empty).

    Raises:
        ValueError: the bytes are not text; the message says what to do.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            try:
                return _checked(data.decode(codec)), f"read as {name}, not UTF-8"
            except UnicodeDecodeError:
                raise ValueError(_BINARY) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_damaged(data) or _decode_legacy(data)
    return (_checked(text), "") if "\0" not in text else _decode_legacy(data)


def separator_of(text: str) -> str:
    """What separates the cells of a CSV text: programs in an Arabic or European locale save other marks than commas."""
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def markup_of(text: str) -> str:
    """The markup language a text is written in, or empty for plain text; a stray tag or two makes none."""
    if text.startswith("{\\rtf"):
        return "RTF"
    tags = _TAG.findall(text)
    dense = len(tags) >= _FEWEST_TAGS and sum(map(len, tags)) * 20 > len(text)
    return "HTML" if dense or _PAGE.match(text[:_HEAD]) else ""


def _decode_damaged(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes, as a download cut short leaves it; None for any other encoding."""
    text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    if "\0" in text or whole < 10 * broken:
        return None
    return _checked(text), "damaged UTF-8, broken bytes read as \ufffd"


def _decode_legacy(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import and seldom needed

    wide = "\0" in data.decode("latin-1")
    codecs_ = [codec for codec in _LEGACY if not wide or codec.startswith("utf_16")]
    match = from_bytes(data, cp_isolation=codecs_).best()
    if match is None:
        raise ValueError(_BINARY if wide else "in no encoding known for Arabic; save it as UTF-8")
    # decoded again because charset-normalizer's own text may lack a mark or a broken end
    return _checked(data.decode(match.encoding)), f"read as {_LEGACY[match.encoding]}, not UTF-8"


def _checked(text: str) -> str:
    """The same text, if it is text: a twentieth of control characters is no article."""
    if "\0" in text or len(_JUNK.findall(text)) * 20 > len(text):
        raise ValueError(_BINARY)
    return text
