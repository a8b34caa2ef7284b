"""How well a model predicts a text, and how sure that is."""
