"""Sends the handout's very pages to a printer through the system's own dialog."""

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


def has_printer() -> bool:
    """Return whether this PC has a printer at all; QPrinter itself says yes even when there is none."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(paper: Paper, parent: QWidget) -> QPrinter | None:
    """Open the system's print dialog and return the printer that was chosen, None when it was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_("Exercise plan"))
    size = QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    try:
        return printer if dialog.exec() else None
    finally:
        dialog.deleteLater()


def print_pages(content: bytes, printer: QPrinter) -> int:
    """Print the pages of this PDF that the dialog asked for and return how many; raise UserError where the printer refuses."""
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_("The printer does not answer. Nothing was printed. Check it, or save the PDF instead."))
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    count = 0
    try:
        # One page in memory at a time: at this resolution each takes some 25 MB.
        for number, picture in enumerate(page_pictures(content, PRINTED_DOTS_PER_INCH), 1):
            if number < printer.fromPage() or 0 < printer.toPage() < number:
                continue
            if count and not printer.newPage():
                raise UserError(_("The printer stopped. Some pages may be missing. Check it and print again."))
            scale = min(sheet.width() / picture.width(), sheet.height() / picture.height())
            painter.drawImage(QRectF(0, 0, picture.width() * scale, picture.height() * scale), picture)
            count += 1
    finally:
        painter.end()
    return count
