"""Joint angles and a prescription become a drawing. No Qt, no ReportLab.

    poses -> key_frames -> motion (skeleton, contacts) -> body -> projection, hulls -> parts, props, gear -> compose -> drawing

Small values are msgspec records, not dataclasses: each picture makes dozens of them, and they load in a tenth of the time.
"""
