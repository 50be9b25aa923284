"""Look-up forms of Arabic text.

Newsrooms write `أميركا`, `امريكا` and `أمريكـا` for one name. Everything that is looked up in the
lexicon is folded here first; what is shown to the user never is.
"""

import re
import unicodedata
from functools import lru_cache

# tashkeel, small letters above, tatweel, zero-width and bidi marks
_DROPPED = re.compile(
    r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_LETTERS = str.maketrans("أإآٱىةؤئکیہ", "اااايهويكيه")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_FOLDED = _LETTERS | _DIGITS | {code: None for code in range(0x610, 0x10000) if _DROPPED.match(chr(code))}


@lru_cache(maxsize=30_000)  # the lexicon folds some 20,000 names when it is loaded
def fold(text: str) -> str:
    """The look-up form: no marks or tatweel, one alef, `ى`→`ي`, `ة`→`ه`, ASCII digits, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


def strip_marks(text: str) -> str:
    """The text without tashkeel, tatweel and invisible marks, letters untouched."""
    return _DROPPED.sub("", text)
