"""What entries of offices, institutions and groups say of themselves."""

from syria_events.lexicon import load
from syria_events.normalize import fold

LEXICON = load()


def test_an_office_held_as_another_is_one_that_persons_hold() -> None:
    held = {tenure.office for actor in LEXICON.actors for tenure in actor.office}
    assert {office.held_as for office in LEXICON.offices} - {""} <= held
    assert LEXICON.office["sultan"].held_as == "king"


def test_deputies_are_told_by_their_titles() -> None:
    titles = LEXICON.words("deputy") | {"النايب"}
    for office in LEXICON.offices:
        assert not office.deputy or any(head.split()[0] in titles for head in folded(office.heads)), office.id


def folded(heads: tuple[str, ...]) -> list[str]:
    return [fold(head) for head in heads]


def test_what_a_state_acts_through_is_its_government() -> None:
    assert all(i.role == "GOV" for i in LEXICON.institutions if i.state_like)


def test_entries_are_found_by_id() -> None:
    assert LEXICON.office["president"].of_states and not LEXICON.office["minister"].of_states
    assert LEXICON.institution["side"].of_anybody and LEXICON.institution["foreign-ministry"].known_bare
    assert len(LEXICON.office) == len(LEXICON.offices) and len(LEXICON.institution) == len(LEXICON.institutions)
