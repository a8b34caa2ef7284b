"""Frozen records, which all rooms hand to each other."""
