"""What a model expects next: whole words, continuations, and how well it predicts a text."""
