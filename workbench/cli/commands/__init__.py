"""The commands: each module is a section of the help, found by its SECTION."""
