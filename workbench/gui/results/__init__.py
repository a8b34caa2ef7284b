"""The page that tells how well a run does and what it learnt."""
