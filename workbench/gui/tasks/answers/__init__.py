"""What there is to see of conversations."""
