"""What a run of labels is written as: the network with its head, in each format."""
