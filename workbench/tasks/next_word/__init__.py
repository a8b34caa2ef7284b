"""To predict each next token, and with it whole next words."""
