"""Learning: the loop, its step, batches, schedule and checkpoints. Imports TensorFlow only when a run starts."""
