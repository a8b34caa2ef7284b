"""What a text is like."""
