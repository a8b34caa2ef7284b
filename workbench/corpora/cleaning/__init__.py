"""What is taken out of a text, step by step."""
