"""What a person can do with a project, as verbs: the same for the window and the command line."""
