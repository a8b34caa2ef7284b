"""The page where models are asked."""
