"""The page where runs are kept, filed and compared."""
