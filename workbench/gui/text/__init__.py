"""The page where texts are brought in."""
