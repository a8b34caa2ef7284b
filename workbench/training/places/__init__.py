"""Places where a run can learn beside the program itself; whoever drives one sees the same events."""
