"""Who made the guide, when it was reviewed, and how it stands against the standards."""

from __future__ import annotations

from pathlib import Path

from helpers.html_pages import pages, squeeze, tree
from pathway.model.scorecard import MET, check_scorecards, results, status
from pathway.pages.render import render
from pathway.pages.site import Site
from pathway.records.content import Content
from pathway.records.guide import Criterion


def test_a_guide_that_no_doctor_read_does_not_call_itself_reviewed(content: Content, built: Path) -> None:
    assert not content.records.reviews
    for path in pages(built):
        said = squeeze(tree(path).css_first(".edition").text()) + squeeze(
            " ".join(node.text() for node in tree(path).css(".paper-title"))
        )
        assert "review" not in said.casefold(), path


def test_review_dates_and_hash_stand_on_every_page(content: Content, site: Site, built: Path) -> None:
    for path in pages(built):
        footer = squeeze(tree(path).css_first(".edition").text())
        by, on, due = "Last checked by the editors, not by doctors", "November 26, 2026", "May 26, 2027"
        assert f"{by}: {on}. Next check: {due}. This check is overdue." in footer, path
        assert footer.endswith(f"Edition {content.hash[:12]}"), path
        days = [node.attributes["data-next-review"] for node in tree(path).css("[data-next-review]")]
        assert days == ["2027-05-26"] * 2, path  # of what is shown, and of what a phone has stored
        assert len(tree(path).css("[data-next-review] .overdue[hidden]")) == 2, path


def test_about_page_says_who_made_it(content: Content, site: Site, built: Path) -> None:
    text = squeeze(tree(built / "about" / "index.html").css_first("article").text())
    guide = content.records.guide
    for said in (*guide.authors, guide.funding, guide.interests, guide.updates, *guide.not_done):
        assert site.wording.plain(said) in text


def test_every_pointer_of_a_scorecard_leads_somewhere(content: Content) -> None:
    assert not list(check_scorecards(content))


def test_an_emptied_field_is_no_longer_met(content: Content) -> None:
    tried = 0
    for card in content.records.scorecards.values():
        for result in results(content, card):
            for path in result.criterion.fields if result.status == MET else ():
                if path.split(".")[0] == "guide" and path.count(".") == 1:
                    field = path.split(".")[1]
                    value = getattr(content.records.guide, field)
                    empty = type(value)() if isinstance(value, (list, dict)) else ""
                    guide = content.records.guide.model_copy(update={field: empty})
                    records = content.records.model_copy(update={"guide": guide})
                    data = type(content.data)(records, content.data.source)
                    changed = Content(data, content.pages, content.pictures)
                    assert status(changed, result.criterion) != MET, (result.id, path)
                    tried += 1
    assert tried or not content.records.scorecards


def test_a_field_that_one_of_several_records_leaves_empty_is_not_met(tiny: Content) -> None:
    """Of the small guide each treatment has a meaning, some a label, and none a text of how people lived."""
    told = {
        path: status(tiny, Criterion.model_validate({"say": "Told.", "fields": fields}))
        for path, fields in (
            ("of each", ["treatments.*.meaning"]),
            ("of some", ["treatments.*.label"]),
            ("of each and of some", ["treatments.*.meaning", "treatments.*.label"]),
            ("of none", ["treatments.*.lived"]),
        )
    }
    assert told == {
        "of each": "met",
        "of some": "not met",
        "of each and of some": "not met",
        "of none": "not met",
    }


def test_the_page_of_standards_shows_every_item(content: Content, built: Path) -> None:
    text = squeeze(tree(built / "clinicians/standards/index.html").css_first("article").text())
    for card in content.records.scorecards.values():
        for item in card.criteria.values():
            assert squeeze(item.say) in text


def test_the_count_of_a_standard_is_that_of_its_items(built: Path) -> None:
    """Items that do not apply are not counted; one that is not met is."""
    counted = 0
    for fold in tree(built / "clinicians/standards/index.html").css("details.fold"):
        said = [squeeze(entry.text()) for entry in fold.css(".entry")]
        met, not_met, people = (
            sum(text.startswith(status) for text in said) for status in ("Met.", "Not met.", "Needs people.")
        )
        words = f"{met} of {met + not_met + people} met"
        assert words in squeeze(fold.css_first(".count").text()), squeeze(fold.css_first("summary").text())
        counted += not_met
    assert counted


def test_an_item_that_is_not_met_or_does_not_apply_says_why(site: Site) -> None:
    said = render(site)["clinicians/standards.md"].markdown.splitlines()
    why = "The editors are not named, and none of them is a doctor."
    assert f"**Not met.** Names the authors and their qualifications. {why}" in said
    test = "This guide is about treatments, not about a test."
    assert f"**Does not apply.** For a test: what the test is meant to measure. {test}" in said
