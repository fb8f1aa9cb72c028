"""The parts that a patient fills in, counts along with and looks up: tempo bar, feet, tick, diary, flare-up plan, topics."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.education import EducationSection, EducationTopic, RunWalkStage
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.content import ExercisePart, texts_of
from pfss_desktop.handout.request import HandoutRequest, Paper, PhaseChoice
from pfss_desktop.handout.sections import ALL_DETAILS, DEFAULT_SECTIONS, Detail, Section
from pfss_desktop.handout.sheet_defaults import DIARY_DAYS, SheetDefaults
from pfss_desktop.handout.writing import sheet_of
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import page_of, page_texts, whole_text

TEN = RepRange.exactly(10)


def part_of(held: Prescription, **changed: object) -> ExercisePart:
    """What the sheet says of one prescription."""
    return sheet_of(request_for(plan_of(held), **changed)).phases[0].exercises[0]


def with_dosage(**fields: object) -> Prescription:
    return prescription(dosage=Dosage(**({"reps": TEN} | fields)))  # type: ignore[arg-type]


def bar_of(held: Prescription) -> list[tuple[str, int]]:
    """The words and seconds of the tempo bar."""
    tempo = part_of(held).tempo
    return [(stretch.word, stretch.seconds) for stretch in tempo.stretches] if tempo else []


def test_the_bar_has_the_prescribed_seconds_and_no_others() -> None:
    assert bar_of(with_dosage(tempo=Tempo(2, 4), hold_seconds=3)) == [("go", 2), ("hold", 3), ("back", 4)]
    assert bar_of(with_dosage(tempo=Tempo(0, 3))) == [("back", 3)]
    assert bar_of(with_dosage(hold_seconds=5)) == [("hold", 5)]
    assert bar_of(with_dosage()) == []
    assert bar_of(with_dosage(tempo=Tempo(0, 0))) == []


def test_a_long_hold_is_said_and_not_drawn() -> None:
    held = with_dosage(hold_seconds=30)
    assert bar_of(held) == []
    assert "hold 30 seconds" in part_of(held).amount


def test_a_hold_is_said_once_beside_its_bar_or_with_the_dosage() -> None:
    held = with_dosage(hold_seconds=5)
    assert whole_text(request_for(plan_of(held))).count("old 5 seconds") == 1
    without = request_for(plan_of(held), details=ALL_DETAILS - {Detail.TEMPO})
    assert "10 times · hold 5 seconds" in whole_text(without)
    holds = with_dosage(counted=CountUnit.HOLDS, hold_seconds=5)
    assert "5 seconds each" in whole_text(request_for(plan_of(holds))).lower()


def test_the_seconds_of_a_short_bar_can_be_counted_along() -> None:
    text = whole_text(request_for(plan_of(with_dosage(tempo=Tempo(2, 4), hold_seconds=3))))
    assert "1 2 1 2 3 1 2 3 4 seconds go hold back" in text
    assert "2 seconds one way, 4 seconds back" in text


def test_the_longest_tempo_fits_the_page() -> None:
    text = whole_text(request_for(plan_of(with_dosage(tempo=Tempo(30, 30), hold_seconds=600))))
    assert "30 600 30 seconds" in text


@pytest.mark.parametrize(
    ("laterality", "side", "feet"),
    [
        (Laterality.UNILATERAL, Side.LEFT, (True, False)),
        (Laterality.UNILATERAL, Side.RIGHT, (False, True)),
        (Laterality.UNILATERAL, Side.BOTH, (True, True)),
        (Laterality.UNILATERAL, None, None),
        (Laterality.BILATERAL, None, (True, True)),
        (Laterality.ALTERNATING, None, (True, True)),
    ],
)
def test_the_feet_show_the_side_of_the_words(laterality: Laterality, side: Side | None, feet: tuple[bool, bool] | None) -> None:
    assert part_of(prescription(laterality=laterality, side=side)).feet == feet


def test_a_walk_has_no_feet_and_a_right_leg_has_both_letters() -> None:
    walk = prescription(laterality=Laterality.ALTERNATING, side=None, dosage=Dosage(minutes=15))
    assert part_of(walk).feet is None
    assert "L R Right leg" in whole_text(request_for(plan_of(prescription())))


def test_every_exercise_has_its_tick_and_its_common_mistake() -> None:
    request = request_for(
        plan_of(prescription(1), prescription(2, exercise_id="bridge")), mistakes={"straight-leg-raise": "The knee bends."}
    )
    text = whole_text(request)
    assert text.count("Checked by your therapist") == 2
    assert text.count("Not like this: The knee bends.") == 1
    assert text.count("Not like this:") == 1


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        (Detail.CUE, "Think: Tighten first, then lift."),
        (Detail.CAUTION, "Take care: Keep your back flat."),
        (Detail.MISTAKE, "Not like this: The knee bends."),
        (Detail.SHOWN, "Checked by your therapist"),
        (Detail.TEMPO, "1 2 3 4 5"),
    ],
)
def test_each_detail_can_be_left_out(detail: Detail, words: str) -> None:
    request = request_for(plan_of(prescription()), mistakes={"straight-leg-raise": "The knee bends."})
    assert words in whole_text(request)
    assert words not in whole_text(replace(request, details=ALL_DETAILS - {detail}))


def test_the_clinics_own_flare_up_plan_still_ends_with_the_call() -> None:
    request = request_for(plan_of(prescription()), defaults=SheetDefaults(flare_up=("Rest for one day.", "Start again.")))
    flare = sheet_of(request).flare_up
    assert flare is not None
    assert flare.steps == ("Rest for one day.", "Start again.", "Not better after 2 days? Call your clinic (020 7946 0018).")


@pytest.mark.parametrize("days", DIARY_DAYS)
def test_the_diary_has_the_days_that_the_clinic_wants(days: int) -> None:
    request = request_for(plan_of(prescription()), defaults=SheetDefaults(diary_days=days))
    diary = sheet_of(request).diary
    assert diary is not None
    assert len(diary.heads) == len(diary.lines[0].boxes) == days
    assert "Pain the next morning" in whole_text(request)


def test_the_diary_is_that_of_the_present_phase() -> None:
    plan = replace(plan_of_phases(1, 2, 1), current_phase="phase-2")
    for phases in PhaseChoice:
        diary = sheet_of(request_for(plan, phases=phases)).diary
        assert diary is not None
        assert diary.title == "Your diary for “Stage 2”"
        first = {PhaseChoice.ALL: 2, PhaseChoice.CURRENT: 1}[phases]
        assert [line.label for line in diary.lines] == [f"{first}. Exercise 2", f"{first + 1}. Exercise 3"]
        assert all(line.boxes == (2, 2, 2, 0, 2, 2, 0) * 2 for line in diary.lines)


def test_without_exercises_there_is_nothing_to_tick() -> None:
    assert sheet_of(request_for(plan_of())).diary is None
    assert sheet_of(request_for(plan_of(phases=()))).diary is None


@pytest.mark.parametrize("paper", list(Paper))
def test_a_diary_stays_on_a_page_and_a_long_one_repeats_its_days(paper: Paper) -> None:
    texts = page_texts(request_for(plan_of_phases(8), paper=paper))
    days = page_of(texts, "Sun 22 Nov Mon 23 Tue 24")
    assert days == page_of(texts, "Pain the next morning")
    assert days == page_of(texts, "When will you do your exercises? Where?")
    long = page_texts(request_for(plan_of_phases(60), paper=paper, sections=(Section.EXERCISES, Section.DIARY)))
    assert sum("Sun 22 Nov Mon 23 Tue 24" in text for text in long) > 1
    assert sum("60. Exercise 60 " in text for text in long) == 2


def test_twelve_times_a_day_have_twelve_boxes() -> None:
    request = request_for(plan_of(with_dosage(times_per_day=12)), sections=(Section.EXERCISES, Section.DIARY))
    diary = sheet_of(request).diary
    assert diary is not None
    assert diary.lines[0].boxes == (12,) * 14
    assert len(page_texts(request)) >= 1


def test_the_pain_rule_is_on_the_first_page_and_what_to_do_about_a_flare_up_on_one() -> None:
    for paper in Paper:
        texts = page_texts(request_for(plan_of_phases(4, 4), paper=paper))
        assert page_of(texts, "0 is no pain.") == 1
        page = page_of(texts, "If your knee flares up")
        assert page_of(texts, "Stop, and see a doctor right away") == page


def test_a_clinic_without_a_phone_is_called_without_a_number() -> None:
    request = request_for(plan_of(prescription()))
    bare = replace(request, letterhead=replace(request.letterhead, phone=""))
    assert "Not better after 2 days? Call your clinic." in whole_text(bare)


def a_topic(**changed: object) -> EducationTopic:
    fields: dict[str, object] = {
        "id": "run-walk",
        "language": "en",
        "title": "Your run and walk plan",
        "sections": (
            EducationSection("Before each run", ("Walk first.",), ("Choose flat ground.", "No hills.")),
            EducationSection("", ("Do not hurry.",)),
        ),
        "sources": ("RTRSOLD",),
        "note": "For runners only.",
    }
    return EducationTopic(**(fields | changed))  # type: ignore[arg-type]


def with_topics(*topics: EducationTopic) -> HandoutRequest:
    return request_for(plan_of(prescription()), education=topics)


def test_a_topic_is_printed_in_its_order_without_what_is_the_therapists() -> None:
    text = whole_text(with_topics(a_topic()))
    assert "Your run and walk plan Before each run Walk first. • Choose flat ground. • No hills. Do not hurry." in text
    assert "RTRSOLD" not in text
    assert "For runners only." not in text


def test_the_stages_of_a_topic_are_a_table_on_its_page() -> None:
    stages = (
        RunWalkStage(1, Decimal(2), Decimal(3), 3, miles=Decimal("1.5")),
        RunWalkStage(2, Decimal(0), None, 5, repeats=4),
    )
    texts = page_texts(with_topics(a_topic(), a_topic(id="b", title="Stages", stages=stages)))
    page = page_of(texts, "Stage Walk Run How hard How much Done")
    assert "1 2 min 3 min 3 of 10 1.5 mi (2.4 km) 2 – all the way 5 of 10 4 turns" in texts[page - 1]
    assert page_of(texts, "Stages Before each run") == page


def test_the_letters_of_every_part_are_looked_at_before_printing() -> None:
    request = with_topics(a_topic())
    said = " ".join(texts_of(sheet_of(request)))
    assert all(word in said for word in ("Choose flat ground.", "Your diary", "Checked by your therapist", "flares up", "Where?"))
    without = replace(request, sections=(Section.EXERCISES,))
    assert "Choose flat ground." not in " ".join(texts_of(sheet_of(without)))
    assert not any(section.value == text for section in DEFAULT_SECTIONS for text in texts_of(sheet_of(without)))
