"""Write what the program gives into case files: `python -m tests.approve FILE...`; then read it.

A new case is made of a sentence, not typed:

    echo "التقى كيري لافروف في جنيف أمس" | syria-events tag - --date 2016-09-10 > tests/cases/verbs-vso/a-name.conllu
    python -m tests.approve tests/cases/verbs-vso/a-name.conllu
    git diff tests/cases

`# event`, `# fires` and `# refuses` become what the program gives now. What is wrong among it is a fault to be mended,
or, with the right rows written by hand, a gap that `tests/cases/known.toml` gives a reason for; cases listed there are
left as they are. `# note` and `# silent`, the ids that must not fire, are yours.
"""

import sys
from pathlib import Path

from tests.casefile import Case, found_in
from tests.test_cases import KNOWN


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
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
