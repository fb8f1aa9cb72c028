"""A plan becomes pages of PDF. ReportLab, no Qt."""
