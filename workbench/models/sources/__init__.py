"""One module for each way that models lie on disk; a module with a SOURCE is found by being here."""
