"""Write what the program gives into case files: `python -m tests.approve FILE...`; then read it.

A new case is made of a sentence, not typed:

    echo "التقى كيري لافروف في جنيف أمس" | syria-events tag - --date 2016-09-10 > tests/cases/verbs-vso/a-name.conllu
    python -m tests.approve tests/cases/verbs-vso/a-name.conllu
    git diff tests/cases

`# event`, `# fires` and `# refuses` become what the program gives now. What is wrong among it is a fault to be mended,
or, with the right rows written by hand, a gap that `tests/cases/known.toml` gives a reason for; cases listed there are
left as they are. `# note` and `# silent`, the ids that must not fire, are yours. The lists of ids that no case shows
yet are written anew; without FILE only they are.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.casefile import CASES, Case, found_in
from tests.test_cases import KNOWN, ids, shown, silent


def main(files: list[str]) -> int:
    """Rewrite the files; 1 if one of them says that something is silent which is not."""
    wrong = 0
    for file in files:
        case = Case(Path(file).resolve())
        if case.name in KNOWN["gaps"]:
            sys.stderr.write(f"{case.name} is a known gap: left as it is\n")
            continue
        found = found_in(case.doc)
        for one in case.comments("silent"):
            if one in found.fired:
                sys.stderr.write(f"{case.name}: {one} is not silent\n")
                wrong = 1
        case.file.write_text(case.approved(found), encoding="utf-8")
    write_list("without-case", ids() - shown())
    write_list("without-near-miss", ids() - silent())
    return wrong


def write_list(name: str, found: Iterable[str]) -> None:
    """Put ids into a list of `known.toml`; told are those that it had not."""
    for one in sorted(set(found) - set(KNOWN[name])):
        sys.stderr.write(f"{name}: {one} is new\n")
    lines = "".join(f'    "{one}",\n' for one in sorted(found))
    text = (CASES / "known.toml").read_text(encoding="utf-8")
    text = re.sub(rf"^{name} = \[\n.*?^\]", lambda _: f"{name} = [\n{lines}]", text, flags=re.M | re.S)
    (CASES / "known.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
