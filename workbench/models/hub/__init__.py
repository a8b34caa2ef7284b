"""The Hugging Face Hub: search it, download from it, and use what is in its cache on this computer.

Nothing here asks the network unless a person asked for it, and nothing that was downloaded is ever run: only texts,
tokenizers and weights in safetensors, GGUF or of Keras are fetched.
"""
