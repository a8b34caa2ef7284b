"""To tell of each word in a text what it is."""
