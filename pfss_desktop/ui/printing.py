"""Sends the handout's very pages to a printer, as the system's own dialog was answered."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from pfss_desktop.domain.faults import UserError
from pfss_desktop.handout.request import Paper
from pfss_desktop.language import _
from pfss_desktop.ui.page_pictures import page_pictures

PRINTED_DOTS_PER_INCH = 300
"""Sharp on a laser printer; more costs memory and shows nothing."""
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How the dialog was answered, to do the same again. `first` and `last` count from 1; 0 is all pages."""

    printer: str
    paper: Paper
    in_colour: bool = True
    copies: int = 1
    first: int = 0
    last: int = 0
    duplex: QPrinter.DuplexMode = QPrinter.DuplexMode.DuplexNone
    file: str = ""

    def prints(self, number: int) -> bool:
        """Return whether a page, counted from 1, was asked for."""
        return self.first <= number and (not self.last or number <= self.last)


def has_printer() -> bool:
    """Return whether this PC has a printer at all; QPrinter itself says yes even when there is none."""
    return bool(QPrinterInfo.availablePrinterNames())


def prints_black_only(name: str) -> bool:
    """Return whether a printer has no colour; one that does not say counts as having it."""
    modes = QPrinterInfo.printerInfo(name).supportedColorModes()
    return bool(modes) and QPrinter.ColorMode.Color not in modes


def ask_options(former: str, paper: Paper, parent: QWidget) -> PrintOptions | None:
    """Open the system's print dialog, at first with the printer of this name, and return the answer; None when cancelled."""
    names = QPrinterInfo.availablePrinterNames()
    name = former if former in names else QPrinterInfo.defaultPrinterName() or names[0]
    printer = new_printer(PrintOptions(name, paper, in_colour=not prints_black_only(name)))
    dialog = QPrintDialog(printer, parent)
    try:
        return options_of(printer, paper) if dialog.exec() else None
    finally:
        dialog.deleteLater()


def new_printer(options: PrintOptions) -> QPrinter:
    """Return a printer that is set up so."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if options.file:
        printer.setOutputFileName(options.file)
    else:
        printer.setPrinterName(options.printer)
    printer.setDocName(_("Exercise plan"))
    printer.setPageSize(QPageSize(_SIZES[options.paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.Color if options.in_colour else QPrinter.ColorMode.GrayScale)
    printer.setCopyCount(options.copies)
    printer.setDuplex(options.duplex)
    return printer


def options_of(printer: QPrinter, paper: Paper) -> PrintOptions:
    """Return how a printer is set up; a paper other than A4 and Letter counts as the given one, and pages are scaled to it."""
    size = printer.pageLayout().pageSize().id()
    name = printer.printerName()
    return PrintOptions(
        printer=name,
        paper=next((known for known, its in _SIZES.items() if its == size), paper),
        in_colour=printer.colorMode() is QPrinter.ColorMode.Color and not prints_black_only(name),
        copies=printer.copyCount(),
        first=printer.fromPage(),
        last=printer.toPage(),
        duplex=printer.duplex(),
        file=printer.outputFileName(),
    )


def print_pages(content: bytes, options: PrintOptions, resolution: int, step: Callable[[int], None]) -> int:
    """Print the pages of this PDF that were asked for, at so many dots per inch, and return how many.

    `step` is told the number of each page before it is printed, and may raise to stop; the printer then gets nothing, or as
    little as it lets be taken back. Raises UserError where the printer refuses.
    """
    printer = new_printer(options)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_("The printer does not answer. Nothing was printed. Check it, or save the PDF instead."))
    try:
        return _paint_pages(content, options, resolution, (printer, painter, step))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _paint_pages(
    content: bytes, options: PrintOptions, resolution: int, means: tuple[QPrinter, QPainter, Callable[[int], None]]
) -> int:
    printer, painter, step = means
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    count = 0
    # One page in memory at a time: at this resolution each takes some 25 MB.
    for number, picture in enumerate(page_pictures(content, resolution), 1):
        if not options.prints(number):
            continue
        step(number)
        if count and not printer.newPage():
            raise UserError(_("The printer stopped. Some pages may be missing. Check it and print again."))
        scale = min(sheet.width() / picture.width(), sheet.height() / picture.height())
        painter.drawImage(QRectF(0, 0, picture.width() * scale, picture.height() * scale), picture)
        count += 1
    return count
