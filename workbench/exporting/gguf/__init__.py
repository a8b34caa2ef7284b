"""A model as a GGUF file, for llama.cpp, Ollama and LM Studio."""
