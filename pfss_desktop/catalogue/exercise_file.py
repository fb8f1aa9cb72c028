"""One exercise file becomes an exercise, or every reason why not."""

from pathlib import Path

from pfss_desktop.catalogue.entry import ExerciseEntry, exercise_of
from pfss_desktop.catalogue.toml_file import parse_toml
from pfss_desktop.decoding import typed
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.language import _


def exercise_in(content: bytes, file_name: str) -> Exercise:
    """Return the exercise in the content of a file of this name; raise FaultyFile with every fault.

    The id must be the file's name without its ending, so that an id is never given twice in a folder.
    """
    entry = typed(parse_toml(content), ExerciseEntry)
    faults = list[Fault]()
    if entry.id != Path(file_name).stem:
        faults.append(Fault("id", _("must be the name of the file without .toml")))
    try:
        exercise = exercise_of(entry)
    except FaultyFile as error:
        raise FaultyFile([*faults, *error.faults]) from None
    if faults:
        raise FaultyFile(faults)
    return exercise
