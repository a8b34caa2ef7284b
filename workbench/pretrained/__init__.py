"""Models to start from: the catalogue with its cards, tokenizers, and loading the networks."""
