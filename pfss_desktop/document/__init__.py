"""The open plan: one gate for edits, undo, autosave. QtCore and QtGui, no widgets."""
