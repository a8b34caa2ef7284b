"""What takes several measurements or runs: queues, sweeps, comparisons, and what fine-tuning did; no window, no Qt."""
