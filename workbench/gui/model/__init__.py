"""The page where a model is chosen, brought from disk or from the Hub."""
