"""One module for each architecture, with all that is its own; a module with a FAMILY is found by being here."""
