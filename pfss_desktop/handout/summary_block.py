"""The box at the top of the sheet with the plan in a few sentences."""

from pfss_desktop.handout.content import SummaryPart
from pfss_desktop.handout.galley import HANG, PAD, Galley
from pfss_desktop.handout.marks import Group
from pfss_desktop.handout.roles import Role


def summary_group(galley: Galley, summary: SummaryPart) -> Group:
    """Return the summary, a line for each sentence."""
    inner = galley.width - 2 * PAD
    rows = galley.setter.rows(summary.title, galley.styles.strong.as_role(Role.SUBHEADING), PAD, inner)
    for line in summary.lines:
        rows += galley.setter.hanging("•", line, (galley.styles.strong, galley.styles.body), PAD, HANG, inner)
    return galley.boxed(rows, gap=12.0)
