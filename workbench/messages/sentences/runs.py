"""What can be wrong with a run, its settings, a sweep or a comparison."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "engine.without_avx": QT_TRANSLATE_NOOP("errors", "This computer’s processor is too old to compute models: TensorFlow needs one that has AVX, as most since 2012 have."),
    "run.missing": QT_TRANSLATE_NOOP("errors", "There is no run named “{name}”. Known are: {known}."),
    "run.exists": QT_TRANSLATE_NOOP("errors", "There is already a run named “{name}”. Choose another name."),
    "run.name": QT_TRANSLATE_NOOP(
        "errors", "A run cannot be called “{name}”: it needs a name that is no number and no model's. Choose another."
    ),
    "run.not_waiting": QT_TRANSLATE_NOOP("errors", "“{name}” does not wait in the queue any more, so it was not started."),
    "run.prompts": QT_TRANSLATE_NOOP(
        "errors", "{count} prompts are too many for a run, so it was not started. Pin {most} at most."
    ),
    "together.weight": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has a weight of 0 or less, so nothing would be learnt of it. Give each of the texts a weight above 0, or leave it out."
    ),
    "together.twice": QT_TRANSLATE_NOOP(
        "errors", "The same is to be learnt of the same text twice. Leave one of the two out, and give the other more weight."
    ),
    "together.learnt_one": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has learnt one thing alone, so there is nothing that others could have helped. Choose a run that learnt several at once."
    ),
    "together.no_part": QT_TRANSLATE_NOOP("errors", "“{name}” has learnt no “{part}”. Name one of: {known}."),
    "together.unfinished": QT_TRANSLATE_NOOP("errors", "“{name}” has not learnt to its end yet. Let it finish first."),
    "teacher.no_prompts": QT_TRANSLATE_NOOP("errors", "No paragraph of “{corpus}” is long enough to be gone on from. Choose another text."),
    "teacher.none": QT_TRANSLATE_NOOP("errors", "“{name}” had no teacher. Choose a run that was taught."),
    "teacher.itself": QT_TRANSLATE_NOOP("errors", "“{name}” cannot be its own teacher. Choose another teacher, or another model to teach."),
    "teacher.other_task": QT_TRANSLATE_NOOP("errors", "“{name}” cannot do what is to be learnt, so it cannot teach it. Choose a model that has learnt the same."),
    "teacher.other_labels": QT_TRANSLATE_NOOP("errors", "“{name}” tells other labels apart than the text has, so it cannot teach them. Choose a run that has learnt the same labels."),
    "teacher.other_tokens": QT_TRANSLATE_NOOP(
        "errors", "“{teacher}” cuts text into other tokens than “{student}”, so what it says of them cannot be compared. Let the teacher write a text instead, and learn from that."
    ),
    "teacher.too_short": QT_TRANSLATE_NOOP("errors", "“{teacher}” sees {most} tokens at most. Choose passages that are no longer."),
    "teacher.gone": QT_TRANSLATE_NOOP("errors", "“{name}” was taught by “{teacher}”, which is not here any more. Bring it back, or begin a new run without a teacher."),
    "teacher.changed": QT_TRANSLATE_NOOP("errors", "“{name}” was taught by “{teacher}”, which is not what it was then. Bring back the old one, or begin a new run."),
    "together.alone": QT_TRANSLATE_NOOP("errors", "This compares runs that learn one thing. Name one task alone."),
    "blind.alone": QT_TRANSLATE_NOOP("errors", "A blind test takes two models: name the other one by --against, or a run as --model."),
    "run.other_task": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has learnt something else than to predict next words, so it cannot be asked for them. Ask it for what it has learnt, or the model that it began from for next words."
    ),
    "run.no_checkpoint": QT_TRANSLATE_NOOP("errors", "“{name}” has no saved checkpoint to use. Start it again."),
    "run.base_gone": QT_TRANSLATE_NOOP(
        "errors", "“{name}” began from the run “{base}”, which was deleted, so nothing can be said of what it was before. Begin a new run from a model that is there."
    ),
    "run.base_changed": QT_TRANSLATE_NOOP(
        "errors", "“{base}” is no longer what “{name}” began from: its weights, its tokenizer or its configuration were changed since. Put them back to compare with it, or name another model as the base."
    ),
    "run.waits_for_database": QT_TRANSLATE_NOOP(
        "errors", "Another program holds the project file in “{folder}”. The run waits, and goes on by itself as soon as it is free."
    ),
    "run.waits_for_room": QT_TRANSLATE_NOOP(
        "errors", "There is no room left on the disk of “{folder}”. The run waits, and goes on by itself as soon as there is."
    ),
    "run.waits_for_bytes": QT_TRANSLATE_NOOP(
        "errors", "There is no room left on the disk of “{folder}”: {missing} are missing. The run waits, and goes on by itself as soon as there is room."
    ),
    "run.cannot_extend": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has not come to its end yet, so it cannot go beyond it. Continue it first."
    ),
    "run.no_last_checkpoint": QT_TRANSLATE_NOOP(
        "errors", "The last checkpoint of “{name}” is gone or damaged, and its optimizer with it, so it cannot go on. Begin a new run from it instead."
    ),
    "run.unreadable": QT_TRANSLATE_NOOP(
        "errors", "What is written of “{name}” is damaged, or was written by a newer program, so it cannot be read. The others are not touched by it."
    ),
    "run.nothing_to_repeat": QT_TRANSLATE_NOOP("errors", "“{name}” made no step that could be compared. Continue it first."),
    "run.cannot_resume": QT_TRANSLATE_NOOP("errors", "“{name}” has already finished; there is nothing to resume."),
    "run.diverged": QT_TRANSLATE_NOOP(
        "errors", "The loss exploded at step {step}, so the run stopped; its last good checkpoint is kept. Try a lower learning rate."
    ),
    "run.too_large": QT_TRANSLATE_NOOP(
        "errors", "One step needs more memory than the {free} that are free, so nothing was trained. {remedy}, or close other programs."
    ),
    "run.out_of_memory": QT_TRANSLATE_NOOP(
        "errors", "The computer was running out of memory, so the run was stopped and kept. Close other programs, then continue it."
    ),
    "examples.cut": QT_TRANSLATE_NOOP(
        "errors", "Of {count} of the {of} examples of “{corpus}” no more than the first {most} tokens are read: they are longer than the context."
    ),
    "turns.unanswered": QT_TRANSLATE_NOOP(
        "errors", "{count} of the {of} conversations of “{corpus}” have no answer within the context, so they are not learnt from."
    ),
    "turns.too_few": QT_TRANSLATE_NOOP(
        "errors", "Too few conversations of “{name}” have an answer within their first {most} tokens to learn from some and measure on others. Let it read a longer context, or choose a model that can, or bring more conversations."
    ),
    "turns.refused": QT_TRANSLATE_NOOP(
        "errors", "{count} of the {of} conversations of “{corpus}” are not learnt from: {reason}"
    ),
    "checkpoint.damaged": QT_TRANSLATE_NOOP("errors", "The checkpoint “{folder}” is incomplete or was changed, so it was not used."),
    "checkpoint.passed_over": QT_TRANSLATE_NOOP(
        "errors", "The checkpoint of step {step} is damaged, so the run goes on from step {used} and makes the steps since then again."
    ),
    "method.unsupported": QT_TRANSLATE_NOOP(
        "errors", "{method} does not work with {name}. Choose another method or model."
    ),
    "method.needs_labels": QT_TRANSLATE_NOOP(
        "errors",
        "A head learns alone only where classes or tags are told, with no teacher and nothing beside it. Choose another"
        " method.",
    ),
    "run.features_too_large": QT_TRANSLATE_NOOP(
        "errors",
        "What the model says of each text would take {needed} of memory, and {free} are free. Learn from a smaller share"
        " of the text, or with another method.",
    ),
    "method.outdated": QT_TRANSLATE_NOOP(
        "errors",
        "This run learns with LoRA as an older version had it, a pair for each head, and cannot be trained further or"
        " again; what it learnt can still be asked and exported. Start a new run with LoRA as it is now.",
    ),
    "sweep.settings": QT_TRANSLATE_NOOP("errors", "A sweep varies one setting or two different ones. Choose which."),
    "sweep.without_effect": QT_TRANSLATE_NOOP(
        "errors", "“{setting}” changes nothing of what is learnt here, so each of its values would make the same run. Vary another setting."
    ),
    "sweep.too_many": QT_TRANSLATE_NOOP(
        "errors", "That makes {count} runs, and a sweep has {most} at most. List fewer values, or draw some at random."
    ),
    "sweep.budget": QT_TRANSLATE_NOOP(
        "errors", "A budget of {amount} {unit} for {count} runs together leaves nothing for each. Give more, or make fewer runs."
    ),
    "sweep.does_not_fit": QT_TRANSLATE_NOOP(
        "errors", "Runs with {name} need more memory than this computer has, so nothing was queued. Leave those values out."
    ),
    "task.unknown": QT_TRANSLATE_NOOP("errors", "This version of the program knows no task “{name}”; a newer one may."),
    "setting.unknown": QT_TRANSLATE_NOOP("errors", "There is no setting “{name}”. Settings are: {known}."),
    "setting.invalid": QT_TRANSLATE_NOOP("errors", "{name} cannot be {value}: {reason}."),
    "labels.not_learnt": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has learnt no labels, so it cannot be asked for them. Name a run that learnt classes or tags."
    ),
    "labels.of_words": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has learnt the tags of words, and not the classes of texts. Ask it for tags."
    ),
    "labels.of_texts": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has learnt the classes of texts, and not the tags of words. Ask it for classes."
    ),
    "labels.predicate_elsewhere": QT_TRANSLATE_NOOP("errors", "“{word}” is no word of the text. Write the predicate as it stands there."),
    "labels.no_predicate": QT_TRANSLATE_NOOP(
        "errors", "“{name}” tells roles as seen from one word of the text. Say which word that is."
    ),
    "labels.no_sentences": QT_TRANSLATE_NOOP(
        "errors",
        "“{corpus}” has no sentences whose words, and for roles the predicates, are known. Choose another text.",
    ),
    "labels.no_such": QT_TRANSLATE_NOOP("errors", "There is no class “{name}”. Known are: {known}."),
    "labels.no_text": QT_TRANSLATE_NOOP("errors", "There is no text to label. Give one."),
    "labels.other_kind": QT_TRANSLATE_NOOP(
        "errors", "Of “{name}” and “{corpus}”, one is about roles beside a predicate and the other about tags alone, so it was not measured. Choose another text."
    ),
    "labels.several": QT_TRANSLATE_NOOP(
        "errors", "Texts of “{corpus}” have several classes at once, and “{name}” tells one of each, so it was not measured. Choose another text."
    ),
    "labels.other_classes": QT_TRANSLATE_NOOP(
        "errors", "“{corpus}” has labels that “{name}” does not know ({count}, such as {classes}), so it was not measured. Rename them or leave them out."
    ),
    "labels.none_there": QT_TRANSLATE_NOOP(
        "errors", "Nothing in the {split} part of “{corpus}” is labelled, so there is nothing to measure on. Choose another part or text."
    ),
    "evaluation.no_base": QT_TRANSLATE_NOOP(
        "errors", "“{name}” is no run, so there is nothing that it started from. Say what to compare it with."
    ),
    "dividend.no_pretrained": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has no pretrained weights, so there is nothing to compare random ones with. Choose a pretrained model."
    ),
    "dividend.missing": QT_TRANSLATE_NOOP("errors", "There is no comparison named “{name}”. Known are: {known}."),
    "dividend.exists": QT_TRANSLATE_NOOP(
        "errors", "“{name}” compares other models, texts or settings. Choose another name."
    ),
}  # fmt: skip
