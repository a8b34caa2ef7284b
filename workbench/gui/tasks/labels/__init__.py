"""What there is to see and to do of runs that tell the classes of texts, and the results of all runs of labels."""
