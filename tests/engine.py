"""TensorFlow and Keras for tests that take them while they are read, imported as the program does it: without what they
import wherever they find it."""

from __future__ import annotations

from workbench.models.language_model import import_libraries

import_libraries()

import keras  # noqa: E402
import tensorflow as tf  # noqa: E402

__all__ = ["keras", "tf"]
