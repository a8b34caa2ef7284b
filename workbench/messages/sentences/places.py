"""What can be wrong with the places where runs learn, and what is said of them."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "place.unknown": QT_TRANSLATE_NOOP(
        "errors",
        "“{place}” is no place to learn at. Write here, process, local-cluster, or the address of a Ray cluster such as ray://127.0.0.1:10001.",
    ),
    "place.teacher": QT_TRANSLATE_NOOP(
        "errors",
        "A run with a teacher is made by one worker, which asks the teacher at each step. Choose one, or leave the teacher out.",
    ),
    "place.workers": QT_TRANSLATE_NOOP(
        "errors",
        "At {place} no such number of workers can make the steps of one run: several can on a cluster alone, and at most {most}.",
    ),
    "place.indivisible": QT_TRANSLATE_NOOP(
        "errors",
        "The {rows} passages of a step cannot be shared out evenly to {workers} workers. Choose a batch that is a multiple of {workers}, or another number of workers.",
    ),
    "place.fixed_batches": QT_TRANSLATE_NOOP(
        "errors",
        "The run makes its steps of {batches:# batch|# batches} each, which cannot be shared out evenly to {workers} workers. Let it go on with a number of workers by which that can be divided.",
    ),
    "place.head_alone": QT_TRANSLATE_NOOP(
        "errors",
        "Where the head learns alone, each text is read once, which several workers cannot share. Choose one worker or another method.",
    ),
    "place.worker_lost": QT_TRANSLATE_NOOP(
        "errors",
        "A worker of the run was lost, again and again, before it came to a further checkpoint. Go on from the last one when all computers are well. What TensorFlow says: “{detail}”",
    ),
    "work.configuration": QT_TRANSLATE_NOOP(
        "errors",
        "The environment variable TF_CONFIG has to say who the workers are and which of them this one is, as JSON: a “cluster” with the addresses of each “worker”, and a “task” with its type and index.",
    ),
    "work.lost": QT_TRANSLATE_NOOP(
        "errors",
        "Another worker of the run is gone. Start all of them again: the run goes on from its last checkpoint. What TensorFlow says: “{detail}”",
    ),
    "work.over": QT_TRANSLATE_NOOP("errors", "The run “{name}” is over; there is nothing for workers to do."),
    "place.no_address": QT_TRANSLATE_NOOP(
        "errors", "No cluster is set. Give its address first: cluster --address ray://HOST:PORT."
    ),
    "place.by_hand": QT_TRANSLATE_NOOP(
        "errors",
        "Workers that are started by hand make a run by the command “work”, in as many processes. To let it learn here, choose another place (resume --on here).",
    ),
    "place.cores": QT_TRANSLATE_NOOP(
        "errors",
        "A run cannot take {cores} cores. Give a number between 1 and {most}, or 0 for half of this computer's.",
    ),
    "place.disk": QT_TRANSLATE_NOOP(
        "errors",
        "A worker cannot keep {gigabytes} GB of a text. Give a whole number between 1 and {most}.",
    ),
    "place.text_changed": QT_TRANSLATE_NOOP(
        "errors",
        "A part of the text did not come to where the run learns as it was when the run began: its file on this computer is another, or gone. Let the run go on from its last checkpoint, which encodes the text again.",
    ),
    "place.without_ray": QT_TRANSLATE_NOOP(
        "errors",
        'Ray is not installed, which finds the computers of a cluster. Install it (uv sync --extra cluster, or pip install "ray>=2.52,<3"), or choose another place.',
    ),
    "place.not_named": QT_TRANSLATE_NOOP(
        "errors",
        "{place} is named by this project alone, and not by you, so nothing was asked of it. Name it with --on or in Train → Advanced → Clusters …, or let the run learn elsewhere (resume --on here).",
    ),
    "place.no_room": QT_TRANSLATE_NOOP(
        "errors",
        "That place ({place}) has no room for what the run takes, {cores:# core|# cores} and {memory} of memory for each worker. Choose a smaller batch, fewer cores or workers for each run, or another place.",
    ),
    "place.unreachable": QT_TRANSLATE_NOOP(
        "errors",
        "{place} does not answer. See that it runs, that the address is right and that nothing between here and there is in the way. What Ray says: “{detail}”",
    ),
    "place.other_version": QT_TRANSLATE_NOOP(
        "errors",
        "{place} has another version of Ray or of Python than this program. Install the same there or here. What Ray says: “{detail}”",
    ),
    "place.other_token": QT_TRANSLATE_NOOP(
        "errors",
        "{place} does not take the token that is kept for it, or none is kept. Keep the one that it was started with. What Ray says: “{detail}”",
    ),
    "place.other_program": QT_TRANSLATE_NOOP(
        "errors",
        "The computer {node} of the cluster has version {there} of this program, and this one is {here}. Install the same on both.",
    ),
    "place.node_lost": QT_TRANSLATE_NOOP(
        "errors",
        "{place} lost the computer that the run learnt at, again and again, before it came to a further checkpoint. Go on from the last one when the cluster is well. What Ray says: “{detail}”",
    ),
    "place.process_ended": QT_TRANSLATE_NOOP(
        "errors",
        "The process that the run learnt in ended by itself ({how}), and again before it came to a further checkpoint. Go on from the last one; if memory was short, choose a smaller batch first.",
    ),
}

PARTS = {
    "place.here": QT_TRANSLATE_NOOP("places", "This program"),
    "place.process": QT_TRANSLATE_NOOP("places", "A process of its own"),
    "place.local_cluster": QT_TRANSLATE_NOOP("places", "A cluster on this computer"),
    "place.cluster": QT_TRANSLATE_NOOP("places", "The cluster at {address}"),
    "place.started_by_hand": QT_TRANSLATE_NOOP("places", "Workers started by hand"),
    "place.some_cluster": QT_TRANSLATE_NOOP("places", "A cluster elsewhere"),
    "place.of_workers": QT_TRANSLATE_NOOP("places", "{place}, {workers} workers"),
    "place.killed": QT_TRANSLATE_NOOP("places", "signal {signal}, as the system sends where memory runs out"),
    "place.exited": QT_TRANSLATE_NOOP("places", "exit status {status}"),
    "place.other_processor": QT_TRANSLATE_NOOP(
        "places",
        "It goes on with another processor ({after}, before {before}), so its further numbers may differ in their last digits.",
    ),
    "place.went_on": QT_TRANSLATE_NOOP(
        "places", "Where the run learnt, it ended ({reason}). It goes on from the checkpoint of step {step}."
    ),
    "place.began_anew": QT_TRANSLATE_NOOP("places", "Where the run learnt, it ended ({reason}). It begins anew."),
}
