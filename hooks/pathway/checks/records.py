"""What must hold between records: every id is known, every slot rests on a source."""

from collections.abc import Iterable, Iterator

from ..model.reviews import parse
from ..records.content import REVIEWS, Content
from ..records.fields import PassageRef
from ..records.pathway import SETS, SLOTS
from ..source.positions import KeyPath
from ..source.problems import Found, Problem, nearest, repeated
from ..source.references import scan
from ..text.environment import catalog


def check_records(content: Content) -> Iterator[Found]:
    """Yield what is wrong between the records of the data file."""
    yield from _ids(content)
    yield from _links(content)
    yield from _slots(content)
    yield from _answers(content)
    yield from _passages(content)
    yield from _reviews(content)
    if content.records.signs and not content.records.unwell:
        yield ("signs",), "'unwell' is missing: it names the number for an emergency"


def _ids(content: Content) -> Iterator[Found]:
    """One id, one record: references do not say which set they mean."""
    ids = [(id, kind) for kind in SETS for id in content.sets[kind]]
    for (_, other), (id, kind) in repeated((id, (id, kind)) for id, kind in ids):
        place = content.data.source.key_line_col((kind, id))
        what = f"the id '{id}' is also one of {other}: ids are shared by all records"
        yield Problem(content.data.source.file, *place, f"{kind} > {id}", what)
    first = dict(reversed(ids))
    for page in content.pages:
        if page.id in first:
            what = f"links call it '{page.id}', which is also one of {first[page.id]}: rename the file"
            yield Problem(page.file, 1, 1, "page", what)
        first.setdefault(page.id, f"the pages, {page.file}")


def _links(content: Content) -> Iterator[Found]:
    """One page, one source: two records of it could give it two years, and count it as two."""
    linked = [((s.link or id).lower().rstrip("/"), id) for id, s in content.records.sources.items()]
    for first, again in repeated(linked):
        yield ("sources", again, "link"), f"'{first}' is the same page: one source, one record"


def check_targets(content: Content) -> Iterator[Found]:
    """Yield references that lead nowhere. Other checks follow them, and wait until there are none."""
    for path, ref in content.refs:
        if isinstance(ref, PassageRef):
            wrong = content.unknown(ref)
            if wrong is None and content.kinds[ref.partition("#")[0]] != "sources":
                wrong = f"'{ref}' is no source"
            if wrong:
                yield path, wrong
        elif content.kinds.get(ref) not in ref.kinds:
            known = [id for id, kind in content.kinds.items() if kind in ref.kinds]
            yield path, f"unknown id '{ref}' in {' or '.join(ref.kinds)}{nearest(ref, known)}"
    for id, term in content.records.terms.items():
        if term.page and content.kinds.get(term.page) != "pages":
            pages = [page.id for page in content.pages]
            yield ("terms", id, "page"), f"no page '{term.page}'{nearest(term.page, pages)}"


def _slots(content: Content) -> Iterator[Found]:
    guide = content.records.guide
    for slot in {*SLOTS} - guide.slots.keys():
        yield ("guide", "slots"), f"the heading of '{slot}' is missing"
    named: dict[KeyPath, Iterable[str]] = {("guide", "slots"): guide.slots}
    named["guide", "slots_asked_as"] = guide.slots_asked_as
    for id, treatment in content.records.treatments.items():
        named["treatments", id, "slots_asked_as"] = treatment.slots_asked_as
    for name in guide.interface.keys() - catalog().keys():
        yield ("guide", "interface", name), f"unknown sentence '{name}'{nearest(name, catalog())}"
    for path, slots in named.items():
        for slot in {*slots} - {*SLOTS}:
            yield (*path, slot), f"unknown slot '{slot}'{nearest(slot, SLOTS)}"


def _answers(content: Content) -> Iterator[Found]:
    for id, step in content.records.steps.items():
        question = content.records.questions.get(step.question)
        known = question.answers if question else step.answers
        for answer in [answer for answer in known if answer not in step.answers]:
            what = f"a dead end: the answer '{answer}' of '{step.question}' leads nowhere"
            yield ("steps", id, "answers"), what
        for answer in [answer for answer in step.answers if answer not in known]:
            what = f"'{step.question}' has no answer '{answer}'{nearest(answer, known)}"
            yield ("steps", id, "answers", answer), what


def _passages(content: Content) -> Iterator[Found]:
    cited = {str(ref) for _, ref in content.refs if isinstance(ref, PassageRef)}
    cited |= {ref.target for _, words in content.texts for ref in scan(words)}
    cited |= {ref.target for page in content.pages for ref in page.references}
    base = content.records.guide.base
    for path, ref in content.refs:
        if isinstance(ref, PassageRef) and str(ref) == str(base) and str(path[-2]).endswith("from"):
            yield path, f"'{base}' is the base source: name the passage too, '{base}#a-passage'"
    for id, source in content.records.sources.items():
        for passage, record in source.passages.items():
            if not record.left_out and f"{id}#{passage}" not in cited:
                what = "neither cited by a claim nor left out with a reason ('left_out')"
                yield ("sources", id, "passages", passage), what
    for kind in ("sources", "figures"):
        for id in content.sets[kind].keys() - {ref.partition("#")[0] for ref in cited}:
            yield (kind, id), f"a {kind.removesuffix('s')} that nothing cites"


def _reviews(content: Content) -> Iterator[Found]:
    """Each review has its file, and each line of the file is a hash and an id."""
    for number, review in enumerate(content.records.reviews):
        if (text := content.reviews.get(review.file)) is None:
            hint = nearest(review.file, content.reviews)
            what = f"no file 'docs/{REVIEWS}/{review.file}': write it with 'make review'{hint}"
            yield ("reviews", number, "file"), what
            continue
        try:
            parse(text)
        except ValueError as error:
            what = "is not a hash, two spaces and an id: 'make review' writes such a file"
            yield Problem(f"docs/{REVIEWS}/{review.file}", int(str(error)), 1, "review", what)
