"""The page where a run is set up and watched."""
