"""A second language beside the patient's: chosen in the menu of the paper, remembered, and silent where it cannot be."""

from collections.abc import Callable

import pytest

from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.layout import Form, Layout
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.layout_menu import LayoutMenu
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage]) -> PlanPage:
    return open_page(planned("Calm\n  quad set"))


@pytest.fixture
def menu(page: PlanPage, desk: Desk) -> LayoutMenu:
    return page.findChild(LayoutMenu)


def beside(page: PlanPage) -> str:
    return page.handout.sheets.now().request.beside


def test_another_language_stands_beside_once_it_is_chosen(page: PlanPage, menu: LayoutMenu, desk: Desk) -> None:
    assert beside(page) == ""
    menu._languages["es"].trigger()
    assert (beside(page), desk.settings.second_language) == ("es", "es")
    menu._languages[""].trigger()
    assert beside(page) == ""


def test_the_patients_own_language_is_not_printed_beside_itself(page: PlanPage, menu: LayoutMenu) -> None:
    menu._languages["en"].trigger()
    assert beside(page) == ""


def test_forms_without_room_for_two_languages_print_one(page: PlanPage, menu: LayoutMenu) -> None:
    menu._languages["es"].trigger()
    menu.choose_layout(Layout(Form.SIX))
    assert beside(page) == ""
    assert not menu._languages["es"].isEnabled()
    menu.choose_layout(Layout(Form.FLOW))
    assert beside(page) == "es"
