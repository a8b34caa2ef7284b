"""Several runs at once: waiting for each other, varied on purpose, compared afterwards."""
