"""What there is to see and to do of each task: its widgets, which the pages show by the names that it has for them."""
