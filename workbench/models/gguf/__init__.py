"""GGUF, the files of llama.cpp, Ollama and LM Studio: what they say, and what this program's models are there."""
