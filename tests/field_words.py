"""What the field calls things, and nobody else."""

from __future__ import annotations

import re

# In singular; whatever of it is seen on any face has to be explained.
FIELD = """
perplexity, nat, bit, bits/byte, loss, gradient, gradient norm, accuracy, recall, F1, confusion, calibration, surprise,
rank, dividend, pretraining, from scratch, random weights, fine-tune, fine-tuning, training, step, epoch, batch,
batch size, context, learning rate, schedule, cosine, warm-up, weight decay, AdamW, Adam, SGD, Adafactor, Lion, Muon,
momentum, clipping, dropout, label smoothing, gradual unfreezing, freeze, LoRA, alpha, adapter, seed, checkpoint,
patience, validation, sweep, queue, bfloat16, float32, distillation, teacher, student, L2-SP, language model, weight,
parameter, network, layer, head, attention, feed-forward, transformer, LSTM, state, pooling, bias, embedding, token,
tokenizer, vocabulary, quantised, GGUF, safetensors, hub, gated, corpus, recipe, MinHash, boilerplate, encoding,
Unicode, probability, next word, prompt, temperature, top-p, top-k, repetition penalty, continuation, conversation,
label, class, span, role, predicate, SHA-256, split, held-out, overfitting, layer decay, pull to the start,
number precision, task, preset, architecture, matrix, matrices, tensor, logit, evaluation, evaluated, stride, conlleval,
verbatim, logarithmic, regular expression, leave-one-out, bag of words, words alone, most frequent label, blind test,
cluster, Ray, node, worker, core, processor, GPU, CPU, threads, TensorFlow, Keras, SavedModel, LiteRT, TensorBoard,
keyring, BIO2, NFC, F16, F32, Q4_0, Q5_1, Q8_0, PEFT, Ollama, llama.cpp, LM Studio, Hugging Face,
SHA256, process apart, linear
"""
NAMES = tuple(name.strip() for name in FIELD.split(","))
LONGEST_FIRST = "|".join(map(re.escape, sorted(NAMES, key=len, reverse=True)))
WORD = re.compile(rf"(?<![\w-])({LONGEST_FIRST})s?(?![\w-])", re.IGNORECASE)
