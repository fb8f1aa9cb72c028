"""What lies on the clipboard is written so that it comes back the same, and read without trust."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.plan import Plan
from pfss_desktop.exchange.clip import Clip, decode_clip, encode_clip
from tests.pictures import planned
from tests.strategies import plans

CLIP = Clip("plan", planned("Calm\n  quad set\n  bridge").phases)


@settings(max_examples=50)
@given(plans(), st.booleans())
def test_a_clip_comes_back_the_same(plan: Plan, whole_phases: bool) -> None:
    clip = Clip(plan.id, plan.phases) if whole_phases else Clip(plan.id, (), tuple(plan.prescriptions()))
    if clip.phases or clip.prescriptions:
        assert decode_clip(encode_clip(clip)) == clip


def changed(**fields: object) -> bytes:
    return json.dumps({**json.loads(encode_clip(CLIP)), **fields}).encode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\xff\xfe", "is not a text file in UTF-8"),
        (encode_clip(CLIP)[:-20], "cut short"),
        (b"[" * 100_000, "nested too deep"),
        (b"[1, 2]", "is not from a plan of this program"),
        (b'{"format": "pfss-plan"}', "is not from a plan of this program"),
        (changed(version=2), "a newer version"),
        (changed(phases=[]), "is empty"),
        (changed(phases=[], prescriptions=[{}]), "is missing"),
        (changed(extra="x"), "no such field"),
        (changed(plan_id="../../etc"), "plan_id"),
        (changed(phases=[1]), "phases item 1"),
        (b'{"format": "pfss-clip", "format": "pfss-clip"}', "is written twice"),
        (b"9" * 6_000_000, "too large"),
        (changed(phases=[json.loads(encode_clip(CLIP))["phases"][0]] * 21), "at most 20"),
        (changed(prescriptions=json.loads(encode_clip(CLIP))["phases"][0]["prescriptions"]), "both phases and single exercises"),
        (encode_clip(CLIP).replace(b'"sets":3', b'"sets":3000'), "a whole number from 1 to 20"),
    ],
)
def test_a_hostile_clipboard_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(FaultyFile) as refusal:
        decode_clip(content)
    assert reason in str(refusal.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read(content: bytes) -> None:
    with pytest.raises(FaultyFile):
        decode_clip(content)
