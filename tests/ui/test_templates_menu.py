"""Applying a template asks where it could replace something, and keeping one leaves the patient out."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import outline, planned

OpenPage = Callable[[Plan], PlanPage]


def classic(resources: Resources) -> Plan:
    return next(template.plan for template in resources.templates if template.plan.id == "pfss-classic")


def test_an_empty_plan_takes_it_without_a_question(open_page: OpenPage, resources: Resources) -> None:
    page = open_page(planned("Phase 1"))
    page.templates.apply(classic(resources))
    assert outline(page.document.plan) == outline(classic(resources))
    assert page.notices.text.startswith("Template “")
    page.document.undo_stack.undo()
    assert outline(page.document.plan) == "Phase 1"


@pytest.mark.parametrize(("answer", "expected"), [(True, "both"), (False, "template"), (None, "before")])
def test_a_plan_with_exercises_asks(
    open_page: OpenPage, resources: Resources, monkeypatch: pytest.MonkeyPatch, answer: bool | None, expected: str
) -> None:
    page = open_page(planned("Mine\n  an exercise"))
    before = outline(page.document.plan)
    monkeypatch.setattr(page.templates, "_ask", lambda _title: answer)

    page.templates.apply(classic(resources))

    after = {"both": f"{before}\n{outline(classic(resources))}", "template": outline(classic(resources)), "before": before}
    assert outline(page.document.plan) == after[expected]


def test_the_affected_side_goes_to_open_sides_only(open_page: OpenPage, resources: Resources) -> None:
    page = open_page(planned("Phase 1"))
    page.fields.set_side(Side.LEFT)
    page.templates.apply(classic(resources))
    given = [held.side for held in page.document.plan.prescriptions()]
    asked = [held.side for held in classic(resources).prescriptions()]
    assert Side.LEFT in given
    assert all(got is (want or Side.LEFT) or got is want for got, want in zip(given, asked, strict=True))


def test_the_menu_lists_own_templates_and_built_in_ones(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    own = planned("Our phase\n  an exercise")
    desk.background.wait_for(lambda: desk.library.add_template(own))
    page = open_page(planned("Phase 1").__class__(id="another", title="Another"))
    qtbot.waitUntil(lambda: len(page.templates._own) == 1)

    page.templates.fill()

    texts = [action.text() for action in page.header.templates_menu.actions()]
    assert "Knee plan" in texts
    assert "Hip first, then function" in texts
