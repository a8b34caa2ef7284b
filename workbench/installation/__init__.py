"""Whether everything that the program consists of is here and works: what `--self-test` tries."""
