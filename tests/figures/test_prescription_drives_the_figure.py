"""What was prescribed is what is drawn: side, range, cuff, band, moment, look. One rule, one test."""

from decimal import Decimal
from xml.etree import ElementTree as XmlTree

import pytest
from figure_geometry import figure_of, measured, poses_of_all

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.resistance import Band, BandPosition, CuffWeight, Mass, MassUnit, NoResistance
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.figures.figure import shape_box
from pfss_desktop.figures.range_limit import span_within
from pfss_desktop.figures.styles import BAND_COLOURS, Hair, Palette, Skin, Style
from pfss_desktop.figures.svg import to_svg

TWO_POUNDS = CuffWeight(Mass(Decimal(2), MassUnit.POUND))
COLOURS = Style().colours()

every_exercise = pytest.mark.parametrize("exercise_id", poses_of_all())


def drawn(exercise_id: str, **request: object) -> Drawing:
    return draw_figure(figure_of(exercise_id), FigureRequest(**request))  # type: ignore[arg-type]


def points(drawing: Drawing) -> list[tuple[float, float]]:
    return [
        (round(segment[i], 6), round(segment[i + 1], 6))
        for shape in drawing.shapes
        for path in shape.paths
        for segment in path
        for i in range(0, len(segment), 2)
    ]


def inked(drawing: Drawing) -> set[str]:
    return {colour for shape in drawing.shapes for colour in (shape.fill, shape.stroke) if colour is not None}


def middle_of(drawing: Drawing, colour: str) -> tuple[float, float]:
    spots = [
        (segment[-2], segment[-1])
        for shape in drawing.shapes
        if colour in (shape.fill, shape.stroke)
        for path in shape.paths
        for segment in path
    ]
    return (sum(x for x, _y in spots) / len(spots), sum(y for _x, y in spots) / len(spots))


class TestSide:
    @every_exercise
    def test_left_is_the_mirror_image_of_right(self, exercise_id: str) -> None:
        right, left = drawn(exercise_id, side=Side.RIGHT), drawn(exercise_id, side=Side.LEFT)
        assert len(right.shapes) == len(left.shapes)
        for shape, mirrored in zip(right.shapes, left.shapes, strict=True):
            if shape.fill == COLOURS["ball light"]:
                continue  # light falls from the same side in every picture
            x0, y0, x1, y1 = shape_box(shape)
            assert shape_box(mirrored) == pytest.approx((right.width - x1, y0, right.width - x0, y1), abs=0.02)

    def test_the_text_says_the_same_side(self) -> None:
        assert "The right leg works." in drawn("slr-flexion", side=Side.RIGHT).alt_text
        # A leg that is still to be chosen is never told as if it were.
        assert "One leg works; the right one is shown." in drawn("slr-flexion", side=None).alt_text
        assert "The left leg works." in drawn("slr-flexion", side=Side.LEFT).alt_text

    @pytest.mark.parametrize("side", [Side.BOTH, Side.ALTERNATING])
    def test_both_sides_show_the_right_one_and_say_so(self, side: Side) -> None:
        assert drawn("slr-flexion", side=side).shapes == drawn("slr-flexion", side=Side.RIGHT).shapes
        assert "Each leg works in turn; the right one is shown." in drawn("slr-flexion", side=side).alt_text

    def test_the_label_of_a_cuff_is_not_mirrored_but_moves_along(self) -> None:
        right = drawn("slr-flexion", side=Side.RIGHT, resistance=TWO_POUNDS).labels[0]
        left = drawn("slr-flexion", side=Side.LEFT, resistance=TWO_POUNDS).labels[0]
        assert right.text == left.text == "2 lb"
        assert right.x + left.x == pytest.approx(60)


class TestRange:
    def test_a_limit_ends_the_movement_where_the_joint_reaches_it(self) -> None:
        figure = figure_of("squat-full")
        first, last = span_within(figure.poses, figure.motion, RangeLimit(Joint.KNEE_FLEXION, 0, 45))
        assert measured(figure.motion.frames(last), "right", "knee_flexion") == pytest.approx(45, abs=0.01)
        assert first == 0.0

    def test_a_limit_starts_the_movement_too(self) -> None:
        figure = figure_of("long-arc-quad-90-45")
        first, last = span_within(figure.poses, figure.motion, RangeLimit(Joint.KNEE_FLEXION, 60, 80))
        seen = [measured(figure.motion.frames(part), "right", "knee_flexion") for part in (first, last)]
        assert seen == pytest.approx([80, 60], abs=0.01)

    def test_a_limit_outside_the_movement_shows_its_nearest_end(self) -> None:
        figure = figure_of("long-arc-quad-90-45")
        assert span_within(figure.poses, figure.motion, RangeLimit(Joint.KNEE_FLEXION, 0, 20)) == (1.0, 1.0)

    def test_a_limit_of_a_joint_that_does_not_move_changes_nothing(self) -> None:
        figure = figure_of("long-arc-quad-90-45")
        assert span_within(figure.poses, figure.motion, RangeLimit(Joint.HIP_ROTATION, 0, 5)) == (0.0, 1.0)

    def test_the_limited_picture_is_another_one_in_the_same_frame(self) -> None:
        whole, limited = drawn("slr-flexion"), drawn("slr-flexion", range_limit=RangeLimit(Joint.HIP_FLEXION, 0, 15))
        assert points(whole)[0] == points(limited)[0]
        assert points(whole) != points(limited)
        assert "from 0 to 15 degrees" in limited.alt_text


class TestCuff:
    def test_a_cuff_carries_its_label_at_the_ankle(self) -> None:
        drawing = drawn("slr-flexion", resistance=TWO_POUNDS)
        assert [label.text for label in drawing.labels] == ["2 lb"]
        assert COLOURS["cuff"] in inked(drawing)

    def test_the_label_keeps_the_unit_that_was_typed(self) -> None:
        cuff = CuffWeight(Mass(Decimal("0.50"), MassUnit.KILOGRAM))
        drawing = drawn("slr-flexion", resistance=cuff)
        assert drawing.labels[0].text == "0.5 kg"
        assert "Cuff of 0.5 kg at the right ankle." in drawing.alt_text

    def test_the_cuff_goes_up_with_the_leg(self) -> None:
        low, high = (drawn("slr-flexion", resistance=TWO_POUNDS, frame=frame).labels[0] for frame in ("start", "end"))
        assert high.y < low.y - 5

    def test_without_a_cuff_there_is_none(self) -> None:
        drawing = drawn("slr-flexion", resistance=NoResistance())
        assert drawing.labels == ()
        assert COLOURS["cuff"] not in inked(drawing)


class TestBand:
    @pytest.mark.parametrize("colour", BAND_COLOURS)
    def test_a_band_has_its_colour(self, colour: str) -> None:
        assert BAND_COLOURS[colour] in inked(drawn("clamshell-band", resistance=Band(colour)))

    def test_the_colour_is_found_however_it_is_written(self) -> None:
        assert BAND_COLOURS["green"] in inked(drawn("clamshell-band", resistance=Band(" Green ")))

    def test_a_colour_nobody_knows_is_still_a_band(self) -> None:
        drawing = drawn("clamshell-band", resistance=Band("mauve with dots"))
        assert "#7b46a8" in inked(drawing)
        assert "Mauve with dots band above the knees." in drawing.alt_text

    def test_the_prescribed_place_wins_over_the_usual_one(self) -> None:
        usual = drawn("lateral-band-walk", resistance=Band("blue"))
        low = drawn("lateral-band-walk", resistance=Band("blue", position=BandPosition.ANKLES))
        blue = BAND_COLOURS["blue"]
        assert middle_of(low, blue)[1] > middle_of(usual, blue)[1] + 4

    @pytest.mark.parametrize("position", BandPosition)
    @every_exercise
    def test_every_place_can_be_drawn_everywhere(self, exercise_id: str, position: BandPosition) -> None:
        assert BAND_COLOURS["red"] in inked(drawn(exercise_id, resistance=Band("red", position=position)))

    def test_an_exercise_that_needs_a_band_shows_one_before_it_is_prescribed(self) -> None:
        assert BAND_COLOURS["red"] in inked(drawn("clamshell-band"))
        assert BAND_COLOURS["red"] not in inked(drawn("clamshell-band", resistance=NoResistance()))

    def test_a_band_at_an_anchor_ends_at_a_post(self) -> None:
        tied = drawn("standing-hip-flexion-band", resistance=Band("red"))
        around = drawn("standing-hip-flexion-band", resistance=Band("red", position=BandPosition.ABOVE_KNEES))
        assert len(tied.shapes) != len(around.shapes)
        assert COLOURS["metal light"] in inked(tied)


class TestThings:
    @pytest.mark.parametrize(
        ("exercise_id", "role"),
        [
            ("short-arc-quad", "dark"),
            ("bridge-swiss-ball", "ball"),
            ("step-up-forward", "wood light"),
            ("isometric-hip-abduction-belt", "belt"),
            ("quad-set", "towel"),
            ("wall-squat", "wall"),
            ("stretch-hamstring-strap", "strap"),
            ("patellar-taping", "tape"),
            ("cardio-pool", "water"),
        ],
    )
    def test_what_the_exercise_needs_is_in_the_picture(self, exercise_id: str, role: str) -> None:
        assert COLOURS[role] in inked(drawn(exercise_id))


class TestMoment:
    def test_both_shows_a_ghost_the_end_and_an_arrow(self) -> None:
        colours = inked(drawn("slr-flexion"))
        assert {COLOURS["ghost"], COLOURS["arrow"], COLOURS["working"]} <= colours

    @pytest.mark.parametrize("frame", ["start", "end", 0.5])
    def test_a_single_moment_has_neither_ghost_nor_arrow(self, frame: str | float) -> None:
        assert {COLOURS["ghost"], COLOURS["arrow"]}.isdisjoint(inked(drawn("slr-flexion", frame=frame)))

    @pytest.mark.parametrize("exercise_id", ["plank-front", "wall-sit", "tandem-stance", "isometric-hip-abduction-belt"])
    def test_a_hold_has_no_arrow(self, exercise_id: str) -> None:
        drawing = drawn(exercise_id)
        assert {COLOURS["ghost"], COLOURS["arrow"]}.isdisjoint(inked(drawing))
        assert "The position is held." in drawing.alt_text

    @every_exercise
    def test_the_moments_run_from_start_to_end(self, exercise_id: str) -> None:
        assert drawn(exercise_id, frame=0.0).shapes == drawn(exercise_id, frame="start").shapes
        assert drawn(exercise_id, frame=1.0).shapes == drawn(exercise_id, frame="end").shapes


class TestLook:
    @every_exercise
    def test_everything_is_inside_the_room(self, exercise_id: str) -> None:
        for part, worn in (("both", None), ("both", Band("red")), ("both", TWO_POUNDS), (0.0, None), (0.3, None), (0.7, None)):
            drawing = drawn(exercise_id, frame=part, resistance=worn, width=60.0, height=40.0)
            spots = points(drawing)
            assert -0.5 <= min(x for x, _y in spots) <= max(x for x, _y in spots) <= 60.5
            assert -0.5 <= min(y for _x, y in spots) <= max(y for _x, y in spots) <= 40.5

    def test_the_aspect_tells_which_room_the_figure_fills(self) -> None:
        lying, standing = figure_of("slr-flexion").aspect, figure_of("mini-squat").aspect
        assert standing < 1 < lying
        spots = points(draw_figure(figure_of("slr-flexion"), FigureRequest(width=60, height=60 / lying)))
        assert max(x for x, _y in spots) - min(x for x, _y in spots) == pytest.approx(60 * 0.92, abs=1.5)

    @every_exercise
    def test_ink_is_grey_throughout(self, exercise_id: str) -> None:
        colours = inked(drawn(exercise_id, style=Style(Palette.INK), resistance=Band("red")))
        assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)

    def test_skin_and_hair_are_choices_of_the_style(self) -> None:
        pictures = {drawn("mini-squat", style=Style(skin=skin, hair=hair)).shapes for skin in Skin for hair in Hair}
        assert len(pictures) == len(Skin) * len(Hair)

    def test_every_role_has_a_colour_in_every_style(self) -> None:
        roles = [set(Style(palette, skin).colours()) for palette in Palette for skin in Skin]
        assert all(own == roles[0] for own in roles)

    @every_exercise
    def test_the_svg_is_well_formed_and_says_what_it_shows(self, exercise_id: str) -> None:
        drawing = drawn(exercise_id, resistance=TWO_POUNDS)
        tree = XmlTree.fromstring(to_svg(drawing))
        assert tree.attrib["aria-label"] == drawing.alt_text
        assert len(drawing.alt_text) > 25
