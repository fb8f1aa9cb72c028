"""`scores`: what the visits of a plan measured, as a table for a spreadsheet."""

import argparse
from functools import partial
from pathlib import Path

from pfss_desktop.commands.contents import builtin_measures, opened_library
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.terminal import say
from pfss_desktop.domain.outcome_words import measure_name
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("write the scores of all visits of a plan as a table for a spreadsheet")
    command = commands.add_parser("scores", help=told, description=told, allow_abbrev=False)
    command.add_argument("plan_id", metavar="ID", help=_("the plan's id, as `plan list` shows it"))
    command.add_argument("-o", dest="target", metavar="FILE.csv", type=Path, required=True, help=_("where to write it"))
    command.set_defaults(run=write_scores)


def write_scores(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the table whole or not at all; it holds no patient's name."""
    check_ending(arguments.target, ".csv")
    from pfss_desktop.exchange.scores_csv import encode_scores

    with opened_library(data) as library:
        # Asked for first, because it refuses a plan that is not there.
        library.visits(arguments.plan_id)
        visits = library.scores_of_plan(arguments.plan_id)
    write_named(arguments.target, encode_scores(visits, partial(measure_name, measures=builtin_measures())))
    say(_("{file} is written").format(file=arguments.target))
    return 0
