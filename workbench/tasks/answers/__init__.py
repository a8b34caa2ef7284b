"""To answer as in conversations."""
