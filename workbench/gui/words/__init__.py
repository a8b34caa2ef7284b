"""What the program knows, in words and numbers for the eye."""
