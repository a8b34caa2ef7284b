"""The parts to train on, to validate with and to test with, without leaks between them."""
