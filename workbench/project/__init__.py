"""One folder with everything in it, and what is written down of a run."""
