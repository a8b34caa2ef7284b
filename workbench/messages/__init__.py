"""Every sentence that reaches a person."""
