"""A folder of template files becomes templates; a file with a fault is left out and named, all others stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pfss_desktop.catalogue.loading import toml_names
from pfss_desktop.catalogue.template_entry import template_of
from pfss_desktop.catalogue.toml_file import read_toml
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.faults import Fault, FaultyFile, FileFault, OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.templates import Template
from pfss_desktop.language import _


@dataclass(frozen=True, slots=True)
class LoadedTemplates:
    """The templates that could be read, by title, and everything wrong in the folder's files."""

    templates: tuple[Template, ...] = ()
    faults: tuple[FileFault, ...] = ()


def load_templates(folder: Path, catalogue: Catalogue) -> LoadedTemplates:
    """Return the templates of a folder by title; every fault of every file is listed. Raises nothing."""
    templates: list[Template] = []
    faults: list[FileFault] = []
    try:
        names: Sequence[str] = toml_names(folder)
    except OSError:
        names = ()
        faults.append(FileFault(folder.name, Fault("", _("cannot be read"))))
    for name in names:
        try:
            templates.append(load_template(folder / name, catalogue))
        except FaultyFile as error:
            faults += [FileFault(name, fault) for fault in error.faults]
    return LoadedTemplates(tuple(sorted(templates, key=lambda template: template.plan.title.casefold())), tuple(faults))


def load_template(path: Path, catalogue: Catalogue) -> Template:
    """Return the template in a file, whose name without ending is its plan's id; raise FaultyFile with every fault."""
    data = read_toml(path)
    try:
        check_id("id", path.stem)
    except OutOfBounds as error:
        raise FaultyFile([Fault("", _("its name must be {bounds}").format(bounds=error.bounds))]) from None
    return template_of(data, path.stem, catalogue)
