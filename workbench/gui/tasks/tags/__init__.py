"""What there is to see and to do of runs that tell the tags of words."""
