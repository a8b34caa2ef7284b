"""Nextword Workbench: transfer learning of language models on a desktop."""

__version__ = "0.1.0"
