"""The web page in a real browser: no fault that axe finds, nothing wider than a phone, figures that move or stand still."""

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from pfss_desktop.catalogue.education import load_topics
from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.figures.book import FigureBook
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.web_page import render_page
from pfss_desktop.paths import resources
from tests.handout.plans_at_hand import plan_of, prescription, request_for

AXE = files("selenium_axe_python").joinpath("axe-core", "axe.min.js").read_text(encoding="utf-8")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--hide-scrollbars")
LOOKS = {
    "a small phone": (320, {}, ""),
    "a dark phone": (390, {"prefers-color-scheme": "dark"}, ""),
    "a phone with less motion": (320, {"prefers-reduced-motion": "reduce"}, ""),
    "a desk": (1200, {}, ""),
    "paper": (720, {}, "print"),
}


class Browser:
    """Chromium without a screen, with a page of ours open."""

    def __init__(self, folder: Path) -> None:
        options = ChromeOptions()
        for flag in (*FLAGS, f"--user-data-dir={folder / 'profile'}"):
            options.add_argument(flag)
        options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
        self._driver = Chrome(options, Service(shutil.which("chromedriver") or "chromedriver"))
        self._driver.set_script_timeout(120)

    def open(self, page: Path) -> None:
        self._driver.get(page.as_uri())
        self._ask("Runtime.evaluate", expression=AXE)

    def look_as(self, width: int, features: dict[str, str], media: str) -> None:
        """Show the page in a window so wide, as a person has set the phone up, or on paper."""
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 700)
        told = [{"name": name, "value": value} for name, value in features.items()]
        self._ask("Emulation.setEmulatedMedia", media=media, features=told)

    def violations(self) -> list[str]:
        """Return what axe finds, with the first place of each."""
        found = self._driver.execute_async_script("axe.run().then(arguments[0])")
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]

    def tell(self, script: str) -> object:
        """Return what the page answers."""
        return self._driver.execute_script(f"return {script}")

    def end(self) -> None:
        self._driver.quit()

    def _ask(self, command: str, **words: object) -> None:
        self._driver.execute_cdp_cmd(command, words)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    started = Browser(tmp_path_factory.mktemp("chromium"))
    yield started
    started.end()


@pytest.fixture(scope="module", params=["en", "es"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with all parts, in one of the languages; one name and one note that run from right to left."""
    catalogue = load_catalogue(resources() / "catalogue").catalogue
    topics = load_topics(resources() / "education", request.param, {}).topics
    held = (prescription(exercise_id="slr-seated"), prescription(2, exercise_id="wall-sit", note="ارفع ساقك ببطء " * 200))
    asked = request_for(
        plan_of(*held),
        former=plan_of(prescription(exercise_id="slr-seated", note="")),
        patient_name="مارغريت أونيل",
        language=request.param,
        education=topics,
        visit_id="a1b2c3d4e5f6",
    )
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_bytes(render_page(asked, FigureBook(catalogue), Style()))
    return file


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(browser: Browser, page: Path, look: str) -> None:
    width, features, media = LOOKS[look]
    browser.look_as(width, features, media)
    browser.open(page)
    browser.tell("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert browser.violations() == []
    assert browser.tell("document.documentElement.scrollWidth") == width


def test_figures_move_until_they_are_held_and_never_where_less_motion_is_asked_for(browser: Browser, page: Path) -> None:
    shown = "['.film', '.still'].map(part => getComputedStyle(document.querySelector('.moves ' + part)).display)"
    moving = "document.getAnimations().filter(each => each.playState == 'running').length"
    browser.look_as(320, {}, "")
    browser.open(page)
    assert browser.tell(shown) == ["inline", "none"]
    assert browser.tell(moving) == 1
    browser.tell("document.querySelector('#hold1').click()")
    assert browser.tell(shown) == ["none", "inline"]
    assert browser.tell(moving) == 0
    browser.tell("document.querySelector('#hold1').click()")
    browser.tell("document.querySelector('#still').click()")
    assert browser.tell(shown) == ["none", "inline"]
    browser.tell("document.querySelector('#still').click()")
    browser.look_as(320, {"prefers-reduced-motion": "reduce"}, "")
    assert browser.tell(shown) == ["none", "inline"]
    assert browser.tell(moving) == 0


def test_what_is_tapped_is_large_enough(browser: Browser, page: Path) -> None:
    browser.look_as(320, {}, "")
    browser.open(page)
    small = """[...document.querySelectorAll('summary, nav a, .ticks label, .holder, footer a')]
        .filter(each => each.offsetParent && each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"""
    assert browser.tell(small) == []
    # A box of the diary has its whole cell, at least as wide and high as WCAG 2.2 asks for (24 pixels).
    boxes = "Math.min(...[...document.querySelectorAll('.diary input')].map(each => each.getBoundingClientRect().width))"
    assert float(str(browser.tell(boxes))) >= 24
