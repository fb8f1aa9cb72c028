"""Checks: what a second pair of eyes would say about a plan. They read a plan and never change or block it."""
