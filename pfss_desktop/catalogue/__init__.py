"""Catalogue and template files read into values, and the search over them. No Qt, no database."""
