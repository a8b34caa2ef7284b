"""The sentences of messages in English, by subject: each module has SENTENCES, a code for each."""
