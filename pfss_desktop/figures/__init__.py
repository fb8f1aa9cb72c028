"""Joint angles and a prescription become a drawing. No Qt, no ReportLab."""
