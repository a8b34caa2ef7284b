"""What to start from: cards, the catalogue, families, weights on disk, and the Hugging Face Hub."""
