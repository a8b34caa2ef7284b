"""Questions about models that take several measurements or runs to answer, above the services; no window, no Qt."""
