"""From files of all kinds to text."""
