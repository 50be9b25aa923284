"""The distinct events of a document: frames from every sentence, expanded, dated, placed and merged."""

from collections.abc import Iterable, Iterator

from syria_events.lexicon import Lexicon
from syria_events.lexicon.words import words
from syria_events.model import Doc, Event, Sentence
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger, find_triggers
from syria_events.rules.context import ACTUAL, NEGATED, PLANNED, SourceReader, StatusReader, asked_for
from syria_events.rules.merging import Frame, identity, merge
from syria_events.rules.prepare import prepare
from syria_events.rules.roles import RoleFinder, Roles
from syria_events.rules.salience import Party, Salience, parties_of
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import QUOTES
from syria_events.rules.sentence.relative import has_resumptive, in_relative
from syria_events.rules.speech import CueReader
from syria_events.rules.timing import DateFinder
from syria_events.rules.values import Mention

EMPTY_TARGET = frozenset("01 02 03 08 10 12 13 14 15".split())
_ARMED = frozenset("15 18 19 20".split())
_GATHERING = 4  # of a gathering of more, the first four named


def find_events(doc: Doc, lexicon: Lexicon) -> list[Event]:
    """The distinct events of a document, in the order in which they are first told."""
    sentences = {sentence.index: sentence for sentence in doc.sentences}
    merged = merge(DocumentReader(doc, lexicon).frames())
    return [_event(doc, sentences[frame.sentence], frame, count) for frame, count in merged]


class DocumentReader:
    """Reads the sentences of one document in order, carrying who was told of."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        prepared = prepare(doc, lexicon)
        self.doc = prepared.doc
        self.clauses = prepared.clauses
        self.places = prepared.places
        self.lexicon = lexicon
        self.salience = Salience()
        self.triggers: tuple[Trigger, ...] = ()  # of the sentence being read
        self.status = StatusReader(lexicon)
        self.sources = SourceReader(lexicon)
        self.cues = CueReader(lexicon)
        self.dates = DateFinder(self.doc.article.published)

    def frames(self) -> Iterator[Frame]:
        """The frames of all sentences in order."""
        paragraph = -1
        for clause in self.clauses:
            if clause.sentence.paragraph != paragraph:
                paragraph = clause.sentence.paragraph
            yield from self._sentence(clause)
            self.salience.named += [m for m in clause.mentions if m.actors]

    def _sentence(self, clause: Clause) -> Iterator[Frame]:
        triggers = tuple(find_triggers(clause.sentence, self.lexicon, clause.named_words))
        self.triggers = triggers
        finder = RoleFinder(clause, triggers, self.salience, self.lexicon)
        attributed = self.sources.attributed(clause)
        speaking: Trigger | None = None
        said_by = ""
        modal = 0  # where a construction such as `يجب أن` begins: what follows it is no deed
        yield from self._headline(clause)
        yield from self._quoted_through(clause)
        for trigger in triggers:
            if asked_for(trigger, triggers, clause):
                continue
            if self.status.subjunctive(trigger, clause) and self.status.status(trigger, clause) == ACTUAL:
                continue
            roles = finder.roles(trigger)
            if trigger.speech is None and modal and trigger.word.id > modal:
                continue
            if trigger.speech is not None:
                found = list(self._statement(trigger, roles, clause, triggers, attributed))
                last = len(clause.sentence.words)
                content = self.cues.strongest(clause, trigger.word.id + 1, last, ()) if found else None
                modal = content.at if content is not None else 0
                if not trigger.is_noun and (roles.actors or roles.source):
                    speaking, said_by = trigger, roles.source or roles.actors[0].actor.name
                    if roles.actors:
                        self.salience.speakers.append(roles.actors)
                yield from found
            else:
                source = attributed
                if speaking is not None and trigger.word.id > speaking.word.id:
                    source = said_by
                yield from self._deed(trigger, roles, clause, source)
            if roles.actors and not roles.elided and self._carries_on(trigger, clause):
                self.salience.subjects.append(roles.actors)

    def _carries_on(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether later clauses may go on about a trigger's subject: a verb's, outside of relative clauses."""
        verb = trigger.light or trigger.word
        return (trigger.light is not None or not trigger.is_noun) and not in_relative(clause, verb)

    def _headline(self, clause: Clause) -> Iterator[Frame]:
        """`كيري: رسالة الدبلوماسيين "جيدة جدا"`: a name, a colon, what it says."""
        words = clause.sentence.words
        if not clause.mentions or clause.mentions[0].first > 2:
            return
        mention = clause.mentions[0]
        colon = next((w for w in words[mention.last : mention.last + 2] if w.text not in QUOTES), None)
        if colon is None or colon.text != ":" or not mention.actors or mention.kind == "outlet":
            return
        if words[-1].text in ("؟", "?") or mention.kind == "state":
            return
        if colon.id >= len(words) or clause.sentence.end - colon.end < 8 or len(mention.actors) > 1:
            return
        speech = self.lexicon.speech_verbs[fold("قال")][0]
        head = clause.sentence.word(mention.last)
        trigger = Trigger(clause.sentence.index, head, None, speech, rule="headline", name="قال")
        actor = Party(mention.actors[0], mention.text, mention)
        yield from self._spoken(trigger, (actor,), (), clause, colon.id + 1, "", 0.7)
        self.salience.subjects.append((actor,))
        self.salience.speakers.append((actor,))

    def _quoted_through(self, clause: Clause) -> Iterator[Frame]:
        """`نقلت الأناضول عن أردوغان`, `على لسان أردوغان`, `ذكرت … نقلا عن أردوغان`: he speaks, it is the source."""
        for word in clause.sentence.words:
            verb = word.upos == "VERB" and fold(word.lemma) in words("quoting")
            if not verb and not (fold(word.text) in words("quoting_noun") and clause.form(word.id + 1) == "عن"):
                continue
            near = list(clause.mentions_in(range(word.id + 1, word.id + 12)))
            told = near if verb else list(clause.mentions_in(range(max(1, word.id - 8), word.id)))
            outlet = next((m for m in told if m.kind == "outlet"), None)
            quoted = next((m for m in near if _is_quoted(clause, m) and m.kind != "outlet"), None)
            if quoted is None or not quoted.actors:
                continue
            speech = self.lexicon.speech_verbs[fold("قال")][0]
            trigger = Trigger(clause.sentence.index, word, None, speech, rule="quoted through an agency", name="قال")
            actor = Party(quoted.actors[0], quoted.text, quoted)
            source = outlet.actors[0].name if outlet is not None and outlet.actors else ""
            yield from self._spoken(trigger, (actor,), (), clause, quoted.last + 1, source, 0.75)
            self.salience.subjects.append((actor,))
            self.salience.speakers.append((actor,))

    def _statement(
        self, trigger: Trigger, roles: Roles, clause: Clause, triggers: tuple[Trigger, ...], attributed: str
    ) -> Iterator[Frame]:
        actors = tuple(p for p in roles.actors if p.mention is None or p.mention.kind != "outlet")
        if not actors or roles.unnamed:
            return
        assert trigger.speech is not None
        if trigger.word.upos == "VERB" and self._attributes(trigger, clause):
            return
        alone = trigger.is_noun and trigger.light is None
        if alone and not (trigger.speech.alone and _owned(trigger, actors)):
            return
        status = ACTUAL if trigger.is_noun or trigger.cameo == "016" else self.status.status(trigger, clause)
        if roles.elided and trigger.word.id <= 2 and trigger.word.feat("Aspect") == "Imp":
            return  # `يذكر أن`, `ويشار إلى أن`: nobody in particular does
        if status == NEGATED and trigger.speech.gloss != "comment, answer":
            return  # `لم تذكر اسمه`; but that somebody did not comment is news
        later = [t.word.id for t in triggers if t.speech is not None and not t.is_noun and t.word.id > trigger.word.id]
        last = later[0] - 1 if later else len(clause.sentence.words)
        confidence = 0.8 - 0.25 * roles.elided - 0.15 * trigger.is_noun
        yield from self._spoken(
            trigger, actors, roles.targets, clause, trigger.word.id + 1, attributed, confidence, last, status
        )

    def _attributes(self, trigger: Trigger, clause: Clause) -> bool:
        """`حصيلة أوردها المرصد`, `القصف الذي تحدثت عنه روسيا`: what is told already is told of, no statement made."""
        assert trigger.speech is not None
        if in_relative(clause, trigger.word) and has_resumptive(clause, trigger.word):
            return True
        return clause.clitic_pronoun(trigger.word.id) is not None and "obj" not in trigger.speech.addressee

    def _spoken(
        self, trigger: Trigger, actors: tuple[Party, ...], addressees: tuple[Party, ...], clause: Clause,
        first: int, attributed: str, confidence: float, last: int | None = None, status: str = ACTUAL,
    ) -> Iterator[Frame]:  # fmt: skip
        content = self.cues.strongest(clause, first, last or len(clause.sentence.words), tuple(p.actor for p in actors))
        cameo, rule = trigger.cameo, trigger.rule
        targets = addressees
        if content is not None:
            named = {p.actor.name for p in actors}
            if content.targets:
                others = (p for p in parties_of(content.targets) if p.actor.name not in named)
                targets = tuple(p for p in others if not any(_at_home(actor, p) for actor in actors))
            elif content.cameo[:2] not in EMPTY_TARGET:
                targets = ()
            if targets or content.cameo[:2] in EMPTY_TARGET:
                cameo, rule = content.cameo, f"{trigger.rule}, content: {content.cue.gloss}"
            else:
                targets = addressees
        if cameo[:2] == "01":
            targets = tuple(p for p in targets if p.mention is None or p.mention.kind != "outlet")
        yield from self._build(trigger, cameo, actors, targets, clause, attributed, confidence, rule, status=status)

    def _deed(self, trigger: Trigger, roles: Roles, clause: Clause, source: str) -> Iterator[Frame]:
        if roles.unnamed:
            return
        actors = tuple(p for p in roles.actors if p.mention is None or p.mention.kind != "outlet")
        armed = trigger.cameo[:2] in _ARMED
        if roles.elided and armed and any(_is_civil(p) for p in actors):
            return  # who was told of last spoke, and somebody else fights
        if not roles.targets and fold(trigger.word.lemma) in words("kill"):
            return  # `قتل سبعة من عناصر الجيش`: without an object it is a passive
        if armed and not roles.targets and all(p.actor.code.endswith("CVL") for p in actors):
            return  # `قتل مدنيون`: a passive that its spelling does not show
        confidence = 0.85 - 0.25 * roles.elided - 0.1 * trigger.is_noun
        yield from self._build(
            trigger, roles.cameo or trigger.cameo, actors, roles.targets, clause, source, confidence, trigger.rule,
            symmetric=roles.symmetric,
        )  # fmt: skip

    def _build(
        self, trigger: Trigger, cameo: str, actors: tuple[Party, ...], targets: tuple[Party, ...], clause: Clause,
        source: str, confidence: float, rule: str,
        *,
        symmetric: bool = False,
        status: str = "",
    ) -> Iterator[Frame]:  # fmt: skip
        root = cameo[:2]
        pairs = list(_pairs(actors, targets, symmetric=symmetric))
        if not pairs:
            return
        others = frozenset(t.word.id for t in self.triggers if t.word.id != trigger.word.id)
        if trigger.speech is None:
            place = self.places.place(clause, trigger.word.id, root, others)
        else:
            place = self.places.of_speech(clause, trigger.word.id)
        if cameo == "042" and targets and targets[0].mention is not None and targets[0].mention.kind == "state":
            place = self.places.of_mention(targets[0].mention)
        status = status or self.status.status(trigger, clause)
        when, date_text = self.dates.when(trigger, clause, planned=status == PLANNED)
        published = self.doc.article.published
        if when is not None and status == ACTUAL and published is not None and when.start > published:
            if root == "01":
                when, date_text = None, ""  # what is said is of later days; it was said before
            else:
                status = PLANNED
        for actor, target in pairs:
            if root in _ARMED and not actor.actor.code and _is_unknown_person(actor):
                continue  # whoever the lexicon does not know leads no attack: sportsmen do, in print
            if target is None and not self._may_lack_target(root, trigger, clause):
                continue
            said_by = "" if source in (actor.actor.name, "") else source
            yield Frame(
                trigger, cameo, actor, target, status, when, date_text, place, said_by, round(confidence, 2), rule,
                clause.sentence.index,
                when is not None and when.start == self.doc.article.published,
            )  # fmt: skip

    def _may_lack_target(self, root: str, trigger: Trigger, clause: Clause) -> bool:
        if root in EMPTY_TARGET:
            if root in ("02", "10", "13") and clause.form(trigger.word.id + 1) == "من":
                return True  # `مطالبات من الأمم المتحدة`: who asks is told, and that is all
            return not trigger.is_noun or trigger.light is not None or root == "01"
        return root in ("19", "20")


def _is_quoted(clause: Clause, mention: Mention) -> bool:
    """Whether a mention stands behind `عن` or `على لسان`."""
    place = clause.standing(mention)
    return place.preposition == "عن" or any(clause.form(noun) in words("tongue") for noun in place.nouns)


def _is_unknown_person(party: Party) -> bool:
    return party.mention is not None and party.mention.kind == "unknown-person"


def _is_civil(party: Party) -> bool:
    """Persons in office and international bodies: what they say is told, what they shoot at hardly ever."""
    person = party.mention is not None and party.mention.kind in ("person", "unknown-person", "office", "monitor")
    return person or party.actor.code[:3] in ("IGO", "NGO")


def _at_home(speaker: Party, target: Party) -> bool:
    """`وزير الخارجية الإيراني: بلادنا مستعدة للحوار في طهران`: what officials say is not towards their own state."""
    official = speaker.actor.code.endswith(("GOV", "MIL"))
    state = target.mention is not None and target.mention.kind == "state"
    return official and state and speaker.actor.code[:3] == target.actor.code[:3]


def _owned(trigger: Trigger, actors: tuple[Party, ...]) -> bool:
    """A speech noun needs its speaker right behind it: `تصريح كيري`, `بيان للخارجية`."""
    mention = actors[0].mention
    return mention is not None and 0 < mention.first - trigger.word.id <= 3


def _pairs(
    actors: tuple[Party, ...], targets: tuple[Party, ...], *, symmetric: bool
) -> Iterator[tuple[Party, Party | None]]:
    """Every actor with every target; without targets the members of a symmetric act among themselves."""
    actors, targets = _distinct(actors), _distinct(targets)
    if targets:
        yield from ((a, t) for a in actors for t in targets if identity(a.actor) != identity(t.actor))
    elif symmetric:
        actors = actors[:_GATHERING]
        yield from ((a, b) for i, a in enumerate(actors) for b in actors[i + 1 :])
    else:
        yield from ((a, None) for a in actors)


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(identity(party.actor), party)
    return tuple(found.values())


def _event(doc: Doc, sentence: Sentence, frame: Frame, count: int) -> Event:
    article = doc.article
    start, end = doc.span(frame.trigger.word.start, frame.trigger.word.end)
    place = frame.place.place if frame.place is not None else None
    return Event(
        doc_id=article.id,
        published=article.published,
        actor=frame.actor.actor,
        actor_text=frame.actor.text,
        action=frame.trigger.name,
        cameo=frame.cameo,
        target=frame.target.actor if frame.target else None,
        target_text=frame.target.text if frame.target else "",
        status=frame.status,
        when=frame.when,
        date_text=frame.date_text,
        place=frame.place.name if frame.place else "",
        place_en=place.en if place else "",
        country=place.country if place else "",
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        source=frame.source,
        confidence=frame.confidence,
        rule=frame.rule,
        sentence=doc.original(sentence.start, sentence.end),
        sent_index=sentence.index,
        start=start,
        end=end,
        trigger=article.text[start:end],
        mentions=count,
        outlet=article.outlet,
        title=doc.title,
        url=article.url,
    )
