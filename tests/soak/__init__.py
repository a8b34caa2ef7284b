"""The real program under kills, locks, full disks and closed windows: what it said was kept has to be there."""
