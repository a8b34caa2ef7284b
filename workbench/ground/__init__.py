"""What everything stands on: files, names, resources, generators. It knows nothing of the program."""
