"""The documents of --json: names and values that are the same in every language."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from workbench.cli.import_report import report_json
from workbench.corpora.relabelling import names_of
from workbench.corpora.remarks import remarks
from workbench.costs.finding import Finding
from workbench.measuring.bootstrap import Interval
from workbench.measuring.calibration import error_by_chance
from workbench.measuring.shares import between
from workbench.messages.rendering import render, written
from workbench.models.card import PretrainedModel
from workbench.models.hub.gguf_files import GgufChoice
from workbench.models.hub.search import HubModel
from workbench.tasks.registry import protocol_of
from workbench.values.corpus import Corpus, Split
from workbench.values.importing import Scope
from workbench.values.labels import Labels
from workbench.values.measurement import Evaluation
from workbench.values.prediction import Prediction, Surprise
from workbench.values.run import Run


def print_document(found: Any) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2))


def run_json(run: Run) -> dict[str, Any]:
    """The document of `train --json` and of each entry of `runs --json`; losses in nats, of next words per token."""
    return {
        "run": run.name,
        "status": run.status.value,
        "task": run.task,
        "corpus": run.corpus,
        "inputs": [dataclasses.asdict(each) for each in run.inputs],
        "model": run.model,
        "teacher": None if run.teacher is None else run.teacher.name,
        "on": str(run.where),
        "fine_tuning": run.fine_tuning.to_json(),
        "steps": run.steps,
        "total_steps": run.total_steps,
        "kept_step": run.kept_step,
        "base_figures": dict(run.base_figures),
        "best_figures": dict(run.best_figures),
        "extensions": [dataclasses.asdict(extension) for extension in run.extensions],
        "base_validation_loss": run.base_validation_loss,
        "best_validation_loss": run.best_validation_loss,
        "final_validation_loss": run.final_validation_loss,
        **measured_json(run),
        "tokens_per_second": run.tokens_per_second,
        "seconds": run.seconds,
        "seed": run.fine_tuning.seed,
        "group": run.group,
        "tags": list(run.tags),
        "note": run.note,
        "archived": run.is_archived,
        "winner": run.is_winner,
        "created": run.created.isoformat(),
        "begun": _moment(run.begun),
        "ended": _moment(run.ended),
    }


def finding_json(found: Finding) -> dict[str, Any]:
    """One of `what_now` in the document of `train --json`, the first of which says what comes next."""
    return {
        "finding": found.rule.value,
        "said": render(found.said),
        "next": found.act.value,
        "steps": found.steps or None,
        "learning_rate": found.settings.get("learning_rate"),
        "settings": dict(found.settings) or None,
    }


def measured_json(run: Run) -> dict[str, Any]:
    """The losses in bits per byte (null where the bytes were not counted), and what they can be compared with."""
    return {
        "base_bits_per_byte": run.base_bits_per_byte,
        "best_bits_per_byte": run.best_bits_per_byte,
        "final_bits_per_byte": run.final_bits_per_byte,
        "tokenizer": run.tokenizer_sha256 or None,
        "text": run.corpus_sha256,
        "validation_protocol": protocol_of(run),
    }


def corpus_json(corpus: Corpus) -> dict[str, Any]:
    statistics = corpus.contents.statistics
    return {
        "corpus": corpus.name,
        "words": statistics.words,
        "vocabulary": statistics.vocabulary,
        "bytes": statistics.size_bytes,
        "paragraphs": statistics.paragraphs,
        "split_characters": {split.value: size for split, size in statistics.split_characters.items()},
        "files": [str(source.path) for source in corpus.contents.sources],
        "skipped": [str(skipped.path) for skipped in corpus.contents.skipped],
        "reasons": [render(skipped.reason) for skipped in corpus.contents.skipped],
        "encodings": [source.encoding for source in corpus.contents.sources],
        "replaced": [source.replaced for source in corpus.contents.sources],
        "report": [report_json(source) for source in corpus.contents.sources],
        "remarks": [render(remark.said) for remark in remarks(corpus.contents)],
        "recipe": {
            setting.name: setting.value or setting.when.value
            for setting in corpus.contents.recipe
            if setting.when is not Scope.NEVER
        },
        "removed": corpus.contents.cleaning,
        "split_by": corpus.contents.split_by.value,
        "split_seed": corpus.contents.split_seed,
        "leaks": corpus.contents.leaks.found,
        "left_out": corpus.contents.left_out,
        "counted": corpus.contents.is_counted,
        "written_by": corpus.contents.written_by or None,
        "languages": dict(statistics.languages),
        "typical_words": [word for word, _, _ in statistics.typical_words],
        "sha256": corpus.contents.sha256,
        "labels": None if corpus.contents.labels is None else labels_json(corpus.contents.labels),
    }


def labels_json(labels: Labels) -> dict[str, Any]:
    """Of tags and roles the counts are of spans."""
    return {
        "kind": labels.kind.value,
        "several": labels.several,
        "examples": dict(labels.examples),
        "labels": {
            name: {split.value: labels.counts.get(split, {}).get(name, 0) for split in Split}
            for name in names_of(labels)
        },
        "unlabelled": labels.unlabelled,
        "contradicting": labels.contradicting,
        "contradictions": [{"text": each.text, "labels": list(each.labels)} for each in labels.contradictions],
        "renamed": dict(labels.renamed),
        "sha256": labels.sha256,
    }


def model_json(model: PretrainedModel) -> dict[str, Any]:
    row = dataclasses.asdict(model)
    del row["ref"]
    return {
        "model": str(model.ref),
        "family": row.pop("kind"),
        **row,
        "folder": str(model.folder),
        "trained_on": written(model.trained_on),
    }


def hub_model_json(model: HubModel) -> dict[str, Any]:
    return {
        "model": model.id,
        "parameters": model.parameters or None,
        "size_bytes": model.size_bytes or None,
        "licence": model.licence or None,
        "languages": list(model.languages),
        "downloads": model.downloads,
        "gated": model.is_gated,
        "readable": model.problem is None,
        "reason": None if model.problem is None else str(model.problem),
        "base": model.added_to or None,
        "files": [_gguf_choice_json(choice) for choice in model.choices],
    }


def _gguf_choice_json(choice: GgufChoice) -> dict[str, Any]:
    return {
        "file": choice.name,
        "quantisation": choice.kind or None,
        "size_bytes": choice.size_bytes,
        "readable": choice.problem is None,
        "reason": None if choice.problem is None else str(choice.problem),
    }


def predictions_json(model: str, text: str, found: Sequence[Prediction], seconds: float) -> dict[str, Any]:
    return {
        "model": model,
        "text": text,
        "predictions": [{"word": each.word, "probability": each.probability} for each in found],
        "seconds": round(seconds, 4),
    }


def surprise_json(model: str, found: Surprise) -> dict[str, Any]:
    """The document of `surprise --json`; a word that nothing was expected for has no probability."""
    return {
        "model": model,
        "text": found.text,
        "words": [
            {
                "word": found.text[word.start : word.end],
                "probability": word.probability if word.counted else None,
                "bits": word.bits if word.counted else None,
                "rank": word.rank if word.counted else None,
            }
            for word in found.words
        ],
        "tokens": found.tokens,
        "loss": found.loss if found.tokens else None,
        "perplexity": found.perplexity if found.tokens else None,
        "word_perplexity": found.word_perplexity if found.counted else None,
        "bits": found.bits,
    }


def evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    """With what chance leaves open where a figure was counted at few places."""
    asked = evaluation.words_asked
    shares = {name: getattr(evaluation, name) for name in ("word_accuracy", "top5_word_accuracy")}
    return {
        **dataclasses.asdict(evaluation),
        "protocol": render(evaluation.protocol),
        **{
            f"{name}_between": None if share is None else between(round(share * asked), asked)
            for name, share in shares.items()
        },
        "calibration_error_by_chance": error_by_chance(evaluation.calibration),
    }


def interval_json(found: Interval) -> dict[str, Any]:
    """`low` and `high` are null where too little was read to tell; `drawn` says in words how they were found."""
    drawn = found.drawn
    return {
        "value": found.value, "low": found.low, "high": found.high, "drawn": render(drawn.said),
        "kind": drawn.kind, "units": drawn.units, "block": drawn.block,
    }  # fmt: skip


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
