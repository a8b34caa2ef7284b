"""The field's terms, each explained in two sentences; the window, a page and the command line say the same of them."""
