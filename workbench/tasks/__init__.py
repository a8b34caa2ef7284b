"""What is learnt from a text: one package for each task, all behind the protocol in `task.py`."""
