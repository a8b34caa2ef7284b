"""Why a setting would be changed: what comes of more and of less, when one would, what it costs, and who has shown it."""
