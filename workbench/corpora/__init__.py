"""From files to clean, split, encoded text."""
