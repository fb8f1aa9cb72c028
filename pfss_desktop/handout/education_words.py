"""An education topic as the patient reads it, with the stages back to running as a table."""

from decimal import Decimal

from pfss_desktop.domain.education import EducationTopic, RunWalkStage
from pfss_desktop.handout.content import TopicPart, TopicSection
from pfss_desktop.language import _, ngettext

KILOMETRES_PER_MILE = Decimal("1.609")


def topic_part(topic: EducationTopic) -> TopicPart:
    """Return what is printed of a topic; its sources and note are the therapist's."""
    sections = tuple(TopicSection(held.heading, held.paragraphs, held.bullets) for held in topic.sections)
    if not topic.stages:
        return TopicPart(topic.title, sections)
    heads = (_("Stage"), _("Walk"), _("Run"), _("How hard"), _("How much"), _("Done"))
    return TopicPart(
        topic.title, sections, (heads, *map(_stage, topic.stages)), tuple(stage.least_times for stage in topic.stages)
    )


def _stage(stage: RunWalkStage) -> tuple[str, ...]:
    run = _minutes(stage.run_minutes) if stage.run_minutes is not None else _("all the way")
    return (
        str(stage.stage),
        _minutes(stage.walk_minutes) if stage.walk_minutes else "–",
        run,
        _("{effort} of 10").format(effort=stage.effort),
        _how_much(stage),
        "",
    )


def _minutes(minutes: Decimal) -> str:
    return _("{minutes} min").format(minutes=f"{minutes.normalize():f}")


def _how_much(stage: RunWalkStage) -> str:
    if stage.miles is None:
        turns = stage.repeats or 0
        return ngettext("{count} turn", "{count} turns", turns).format(count=turns)
    kilometres = (stage.miles * KILOMETRES_PER_MILE).quantize(Decimal("0.1"))
    return _("{miles} mi ({kilometres} km)").format(miles=f"{stage.miles.normalize():f}", kilometres=kilometres)
