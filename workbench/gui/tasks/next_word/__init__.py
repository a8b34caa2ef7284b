"""What there is to see and to do of runs that predict next words."""
