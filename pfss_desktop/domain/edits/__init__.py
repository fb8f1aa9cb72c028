"""Edits: functions Plan -> Plan in the therapist's words. None changes its argument; none knows of undo."""
