"""`catalogue` and `templates`: what the program has to offer, for people as lines and for programs as JSON."""

import argparse
import json

from pfss_desktop.commands.contents import builtin_catalogue, builtin_templates, opened_library
from pfss_desktop.commands.terminal import say
from pfss_desktop.domain.library import TemplateSummary
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.paths import DataFolder


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add both commands."""
    for name, run, told in (
        ("catalogue", list_exercises, _("list the exercises on offer")),
        ("templates", list_templates, _("list the phased templates, the built-in ones and your own")),
    ):
        command = commands.add_parser(name, help=told, description=told, allow_abbrev=False)
        command.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
        command.set_defaults(run=run)


def list_exercises(arguments: argparse.Namespace, data: DataFolder) -> int:
    """List the exercises: phase, id and name; as JSON with everything the catalogue knows of them."""
    del data
    exercises = list(builtin_catalogue())
    if arguments.json:
        _say_json(exercises)
        return 0
    width = max((len(exercise.id) for exercise in exercises), default=0)
    for exercise in exercises:
        say(f"{exercise.phase}  {exercise.id:<{width}}  {translated(exercise.name)}")
    return 0


def list_templates(arguments: argparse.Namespace, data: DataFolder) -> int:
    """List the templates: id, size and title; as JSON the same facts."""
    summaries = [_summary(template.plan) for template in builtin_templates()]
    if data.database.exists():
        with opened_library(data) as library:
            summaries += library.own_templates()
    if arguments.json:
        _say_json(summaries)
        return 0
    width = max((len(summary.template_id) for summary in summaries), default=0)
    for summary in summaries:
        say(f"{summary.template_id:<{width}}  {translated(summary.title)} ({_size(summary)})")
    return 0


def _summary(plan: Plan) -> TemplateSummary:
    return TemplateSummary(plan.id, plan.title, False, len(plan.phases), sum(1 for _held in plan.prescriptions()))


def _size(summary: TemplateSummary) -> str:
    phases = ngettext("{count} phase", "{count} phases", summary.phase_count).format(count=summary.phase_count)
    exercises = ngettext("{count} exercise", "{count} exercises", summary.exercise_count).format(count=summary.exercise_count)
    return f"{phases}, {exercises}"


def _say_json(values: object) -> None:
    import msgspec

    # Plain ASCII: whatever the terminal's encoding is, what arrives is valid JSON.
    say(json.dumps(msgspec.to_builtins(values), indent=2))
