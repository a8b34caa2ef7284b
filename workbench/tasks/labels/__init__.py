"""To tell of which class a text is."""
