"""Small signs of the web page, the same as on paper: each has a shape of its own, since not everyone sees colours."""

from collections.abc import Mapping

from pfss_desktop.handout.html import Html
from pfss_desktop.handout.safety import Light


def _sign(drawing: str) -> Html:
    return Html(f'<svg class="sign" viewBox="0 0 22 22" aria-hidden="true">{drawing}</svg>')


CROSS = _sign('<path d="M4 4L18 18M18 4L4 18" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"/>')
WARNING = _sign(
    '<path d="M11 2.5L20.5 20H1.5Z" fill="#fff" stroke="#000" stroke-width="2" stroke-linejoin="round"/>'
    '<path d="M11 8.5v5.5M11 16v1.8" stroke="#000" stroke-width="2.4"/>'
)
STOP = _sign(
    '<path d="M6.9 1h8.2L21 6.9v8.2L15.1 21H6.9L1 15.1V6.9Z" fill="#000" stroke="#fff" stroke-width=".8"/>'
    '<path d="M5.5 11h11" stroke="#fff" stroke-width="3.6"/>'
)
GO = _sign(
    '<circle cx="11" cy="11" r="9.5" fill="#fff" stroke="#000" stroke-width="2"/>'
    '<path d="M6 11.5l3.6 3.7 6.6-7.6" fill="none" stroke="#000" stroke-width="2.6"/>'
)
LIGHTS: Mapping[Light, Html] = {Light.GO: GO, Light.CAREFUL: WARNING, Light.STOP: STOP}
