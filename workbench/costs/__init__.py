"""Memory and time, estimated and measured, and the settings that a person leaves open."""
