"""Parts of sentences: why a value is refused, what is wrong with a file, what a model has that others have not."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    # Why a setting or a step cannot be what it was set to: “X cannot be Y: …”
    "value.needed": QT_TRANSLATE_NOOP("reasons", "it needs a value"),
    "value.true_or_false": QT_TRANSLATE_NOOP("reasons", "it is true or false"),
    "value.one_of": QT_TRANSLATE_NOOP("reasons", "it is one of {known}"),
    "value.document": QT_TRANSLATE_NOOP("reasons", "it is the part and the number of a document, such as train:3"),
    "value.number": QT_TRANSLATE_NOOP("reasons", "it is a number"),
    "value.whole_number": QT_TRANSLATE_NOOP("reasons", "it is a whole number"),
    "value.at_least": QT_TRANSLATE_NOOP("reasons", "it is {least} or more"),
    "value.between": QT_TRANSLATE_NOOP("reasons", "it is between {low} and {high}"),
    "value.decimals": QT_TRANSLATE_NOOP("reasons", "it has {count:# decimal|# decimals} at most"),
    "value.text": QT_TRANSLATE_NOOP("reasons", "it is a text"),
    "value.list": QT_TRANSLATE_NOOP("reasons", "it is a list"),
    "value.object": QT_TRANSLATE_NOOP("reasons", "it is an object"),
    "value.one_budget": QT_TRANSLATE_NOOP("reasons", "set exactly one of {known}"),
    "value.that": QT_TRANSLATE_NOOP("reasons", "that"),
    "value.missing": QT_TRANSLATE_NOOP("reasons", "missing"),
    "value.placed": QT_TRANSLATE_NOOP("reasons", "placed"),
    "value.key_value": QT_TRANSLATE_NOOP("reasons", "it is written KEY=VALUE"),
    "value.name_files": QT_TRANSLATE_NOOP("reasons", "name a file, a folder or an address"),
    "value.give_values": QT_TRANSLATE_NOOP("reasons", "give its values"),
    "value.list_values": QT_TRANSLATE_NOOP("reasons", "list its values"),
    "value.setting_values": QT_TRANSLATE_NOOP("reasons", "it is written SETTING=VALUE,VALUE"),
    "value.range": QT_TRANSLATE_NOOP("reasons", "a range goes from a lower to a higher number, in at least two values"),
    "value.range_above_zero": QT_TRANSLATE_NOOP("reasons", "on a logarithmic scale a range begins above zero"),
    "value.range_written": QT_TRANSLATE_NOOP(
        "reasons", "a range is written LOW..HIGH:SCALE:COUNT, such as 1e-5..1e-2:log:4"
    ),
    "step.known": QT_TRANSLATE_NOOP("reasons", "the steps are {known}"),
    "step.on_or_off": QT_TRANSLATE_NOOP("reasons", "it is on or off"),
    "step.languages": QT_TRANSLATE_NOOP("reasons", "it takes codes such as “en” or “de zh”"),
    "step.no_language": QT_TRANSLATE_NOOP(
        "reasons", "“{language}” is none of the languages that can be recognised: {known}"
    ),
    "step.invisible": QT_TRANSLATE_NOOP("reasons", "it takes “soft” or “all”"),
    "step.number": QT_TRANSLATE_NOOP("reasons", "it takes a number from {least} to {most}"),
    # What is wrong with a file: “X is damaged or incomplete (…)”
    "damage.no_version": QT_TRANSLATE_NOOP("reasons", "no version in it"),
    "damage.library": QT_TRANSLATE_NOOP("reasons", "{library} cannot be loaded ({reason})"),
    "damage.files_differ": QT_TRANSLATE_NOOP("reasons", "missing or changed: {files}"),
    "damage.answer": QT_TRANSLATE_NOOP("reasons", "{name}: {answer} in place of {wanted}"),
    "damage.reads_otherwise": QT_TRANSLATE_NOOP("reasons", "the text of a {kind} comes out otherwise"),
    "damage.plugins": QT_TRANSLATE_NOOP("reasons", "missing: {names}"),
    "damage.draws_nothing": QT_TRANSLATE_NOOP("reasons", "nothing is drawn of {name}"),
    "damage.not_loaded": QT_TRANSLATE_NOOP("reasons", "Qt cannot read {name}"),
    "damage.no_fonts": QT_TRANSLATE_NOOP("reasons", "no font is installed"),
    "damage.cut_off": QT_TRANSLATE_NOOP("reasons", "cut off"),
    "damage.not_rtf": QT_TRANSLATE_NOOP("reasons", "not Rich Text"),
    "damage.not_notebook": QT_TRANSLATE_NOOP("reasons", "not a notebook"),
    "damage.not_json": QT_TRANSLATE_NOOP("reasons", "not JSON"),
    "damage.not_json_lines": QT_TRANSLATE_NOOP("reasons", "not JSON lines"),
    "damage.not_spreadsheet": QT_TRANSLATE_NOOP("reasons", "not a spreadsheet"),
    "damage.not_parquet": QT_TRANSLATE_NOOP("reasons", "not Parquet"),
    "damage.not_mobipocket": QT_TRANSLATE_NOOP("reasons", "not a Mobipocket book"),
    "damage.not_pdf": QT_TRANSLATE_NOOP("reasons", "not a sound PDF"),
    "damage.packing": QT_TRANSLATE_NOOP("reasons", "it cannot be unpacked"),
    "damage.not_xml": QT_TRANSLATE_NOOP("reasons", "not XML"),
    "damage.part_damaged": QT_TRANSLATE_NOOP("reasons", "{name} in it cannot be unpacked"),
    "damage.part_not_xml": QT_TRANSLATE_NOOP("reasons", "{name} is not XML"),
    "damage.no_part": QT_TRANSLATE_NOOP("reasons", "no {name} in it"),
    "damage.no_chapters": QT_TRANSLATE_NOOP("reasons", "no list of chapters"),
    "damage.no_page": QT_TRANSLATE_NOOP("reasons", "no page can be found in it"),
    "damage.unforeseen": QT_TRANSLATE_NOOP("reasons", "something in it is not as it must be"),
    "damage.not_an_address": QT_TRANSLATE_NOOP("reasons", "not a web address"),
    "damage.folder_closed": QT_TRANSLATE_NOOP("reasons", "the folder cannot be opened"),
    "damage.not_regular": QT_TRANSLATE_NOOP("reasons", "it is not a regular file"),
    "damage.too_large": QT_TRANSLATE_NOOP("reasons", "{file} has {size}, which is too much for what it is"),
    "damage.nested": QT_TRANSLATE_NOOP("reasons", "{file} is nested too deep"),
    "damage.empty_file": QT_TRANSLATE_NOOP("reasons", "{file} has 0 bytes"),
    "damage.cut_file": QT_TRANSLATE_NOOP("reasons", "{file} is cut off near its beginning"),
    "damage.cut_file_of": QT_TRANSLATE_NOOP("reasons", "{file} is cut off: {present} of {whole} bytes are there"),
    "damage.not_safetensors": QT_TRANSLATE_NOOP("reasons", "{file} is not a safetensors file, whatever its name says"),
    "damage.not_gguf": QT_TRANSLATE_NOOP("reasons", "{file} is not a GGUF file, whatever its name says"),
    "damage.gguf_version": QT_TRANSLATE_NOOP("reasons", "{file} is of version {version} of GGUF, which is not known"),
    "damage.gguf_count": QT_TRANSLATE_NOOP(
        "reasons",
        "{file} says that it holds {count} of something, more than it has room for: it may not have been downloaded whole",
    ),
    "damage.gguf_text": QT_TRANSLATE_NOOP("reasons", "a text at the beginning of {file} is not UTF-8"),
    "damage.gguf_value": QT_TRANSLATE_NOOP("reasons", "a setting in {file} is of the kind {kind}, which is not known"),
    "damage.gguf_kind": QT_TRANSLATE_NOOP("reasons", "{tensor} in {file} is of the kind {kind}, which is not known"),
    "damage.gguf_odd": QT_TRANSLATE_NOOP("reasons", "what {file} says of “{name}” cannot be"),
    "damage.gguf_overlap": QT_TRANSLATE_NOOP("reasons", "weights in {file} lie on each other"),
    "damage.gguf_lacks": QT_TRANSLATE_NOOP("reasons", "it does not say “{key}”, or not as it must"),
    "damage.gguf_part": QT_TRANSLATE_NOOP(
        "reasons", "{file} is not there, one of the {count} parts that it was divided into"
    ),
    "damage.gguf_renamed": QT_TRANSLATE_NOOP(
        "reasons", "{file} is one of several parts, which have to keep their names: NAME-00001-of-{count}.gguf"
    ),
    "damage.gguf_no_decoder": QT_TRANSLATE_NOOP(
        "reasons", "its weights are in the kind {kind}, which cannot be decoded"
    ),
    "damage.fewer_weights": QT_TRANSLATE_NOOP(
        "reasons", "the configuration describes {described} weights, and the files hold {held}"
    ),
    "damage.more_words": QT_TRANSLATE_NOOP(
        "reasons", "the tokenizer knows {count:# word|# words} more than the network"
    ),
    "damage.vocabulary": QT_TRANSLATE_NOOP("reasons", "its vocabulary and its merges do not belong together"),
    "damage.added_token": QT_TRANSLATE_NOOP("reasons", "“{token}” cannot have the number {number}"),
    "damage.other_shards": QT_TRANSLATE_NOOP("reasons", "files of weights that do not belong together: {files}"),
    "damage.no_object": QT_TRANSLATE_NOOP("reasons", "{file} holds no object"),
    "damage.no_weight_map": QT_TRANSLATE_NOOP("reasons", "{file} has no weight_map"),
    "damage.tensor_lacks": QT_TRANSLATE_NOOP("reasons", "the weights lack {tensor}"),
    "damage.tensor_shape": QT_TRANSLATE_NOOP(
        "reasons", "{tensor} has the shape {shape}, which does not suit the network"
    ),
    "damage.not_finite": QT_TRANSLATE_NOOP("reasons", "{tensor} has numbers that are none, or infinite"),
    "damage.config_value": QT_TRANSLATE_NOOP("reasons", "“{key}” cannot be {value} in config.json: {reason}"),
    "damage.config_lacks": QT_TRANSLATE_NOOP("reasons", "config.json does not say “{key}”"),
    "damage.key_heads": QT_TRANSLATE_NOOP(
        "reasons", "in config.json, {heads} heads cannot share {key_heads} heads of keys evenly"
    ),
    "damage.uneven_heads": QT_TRANSLATE_NOOP(
        "reasons", "in config.json, {heads} heads cannot share a width of {width}"
    ),
    "damage.odd_head": QT_TRANSLATE_NOOP("reasons", "in config.json, a head is {width} wide, which has to be even"),
    "damage.short_list": QT_TRANSLATE_NOOP(
        "reasons", "in config.json, “{key}” speaks of {count:# block|# blocks}, and there are {blocks}"
    ),
    "damage.in_config": QT_TRANSLATE_NOOP("reasons", "{file}: {detail}"),
    "damage.ended_early": QT_TRANSLATE_NOOP("reasons", "it ended too early"),
    "damage.keeps_nothing": QT_TRANSLATE_NOOP("reasons", "it keeps nothing"),
    # What a model has: “X is a Y model, but it has …, which is not supported”
    "model.has_pictures": QT_TRANSLATE_NOOP("reasons", "an encoder of pictures"),
    "model.has_experts": QT_TRANSLATE_NOOP("reasons", "several experts, of which each word asks some"),
    "model.has_label_head": QT_TRANSLATE_NOOP("reasons", "a head for labels, made elsewhere, in place of next words"),
    "model.has_scaled_positions": QT_TRANSLATE_NOOP("reasons", "positions that are scaled by “{kind}”"),
    "model.has_biases": QT_TRANSLATE_NOOP("reasons", "biases where others of its family have none"),
    "model.has_width": QT_TRANSLATE_NOOP("reasons", "heads that are {width} wide together, not {hidden}"),
    "model.has_tied_output": QT_TRANSLATE_NOOP("reasons", "an output matrix that is its embedding's"),
    "model.has_own_output": QT_TRANSLATE_NOOP("reasons", "an output matrix of its own"),
    "model.has_looking_ahead": QT_TRANSLATE_NOOP(
        "reasons", "an attention that looks ahead, so it cannot predict a next word"
    ),
    "model.has_other_scale": QT_TRANSLATE_NOOP("reasons", "an attention that is scaled in another way"),
    "model.has_other_norms": QT_TRANSLATE_NOOP("reasons", "norms in other places than its family"),
    "model.has_activation": QT_TRANSLATE_NOOP("reasons", "the activation “{activation}”"),
    "model.has_no_decoder": QT_TRANSLATE_NOOP("reasons", "weights in the kind {kind}, which nothing here decodes"),
    "model.has_tokenizer": QT_TRANSLATE_NOOP("reasons", "a tokenizer of the kind “{kind}”"),
    "model.has_unsaid_words": QT_TRANSLATE_NOOP(
        "reasons",
        "a tokenizer of which the file does not say how it tells words apart (files of before May 2024 do not)",
    ),
    "model.has_words": QT_TRANSLATE_NOOP("reasons", "a tokenizer that tells words apart in the way “{name}”"),
    "gguf.no_place": QT_TRANSLATE_NOOP("reasons", "its “{key}” is one that llama.cpp has no place for"),
    "model.has_setting": QT_TRANSLATE_NOOP("reasons", "“{key}” set to {value}"),
    "model.has_tensor": QT_TRANSLATE_NOOP("reasons", "the weights “{tensor}”, for which its network has no place"),
    "model.has_more_tensors": QT_TRANSLATE_NOOP(
        "reasons", "{held:# tensor|# tensors} of weights, of which its network has a place for {read}"
    ),
    "model.has_second_output": QT_TRANSLATE_NOOP(
        "reasons", "an output matrix of its own (“{tensor}”), although its config.json says that it is the embedding's"
    ),
    # What to do: “One step needs more memory … {remedy}, or close other programs.”
    "remedy.smaller_model": QT_TRANSLATE_NOOP("reasons", "Choose a smaller model or a shorter context length"),
    "remedy.smaller_batch": QT_TRANSLATE_NOOP(
        "reasons", "Set the batch size to {batch} and accumulate to {accumulate}, which is the same step"
    ),
    # Others
    "sentences.two": QT_TRANSLATE_NOOP("reasons", "{first} {rest}"),
    "known.none": QT_TRANSLATE_NOOP("reasons", "none"),
    "run.told": QT_TRANSLATE_NOOP("reasons", "{text}"),
    "run.unforeseen": QT_TRANSLATE_NOOP("reasons", "{kind}: {text}"),
    "message.newer": QT_TRANSLATE_NOOP("reasons", "A newer version of this program knows what this is ({code})."),
    # What an addition to a model has that cannot be added: “it …, which cannot be added here”
    "chat.leaves_out": QT_TRANSLATE_NOOP("reasons", "it leaves out what is said"),
    "chat.looks_into": QT_TRANSLATE_NOOP("reasons", "it decides by what is said in it how that is put down"),
    "adapter.method": QT_TRANSLATE_NOOP("reasons", "was made by another method than LoRA ({method})"),
    "adapter.task": QT_TRANSLATE_NOOP("reasons", "was made for another task than the next word ({task})"),
    "adapter.dora": QT_TRANSLATE_NOOP("reasons", "has lengths beside its matrices (DoRA)"),
    "adapter.setting": QT_TRANSLATE_NOOP("reasons", "has the setting {key}: {value}"),
    # What is wrong with the tensors of one: “cannot be read (…)”
    "adapter.tensor": QT_TRANSLATE_NOOP("reasons", "the tensor {tensor} is no pair's, no bias and no whole matrix"),
    "adapter.not_targeted": QT_TRANSLATE_NOOP(
        "reasons", "it has a pair beside {module}, which its target_modules leave out"
    ),
    "adapter.nowhere": QT_TRANSLATE_NOOP("reasons", "its base has no {module}"),
    "adapter.shared": QT_TRANSLATE_NOOP(
        "reasons", "it adds to {module}, which its base uses for its input and its output at once"
    ),
    "adapter.empty": QT_TRANSLATE_NOOP("reasons", "it adds nothing: no pair of matrices is in it"),
    "adapter.tokens": QT_TRANSLATE_NOOP(
        "reasons", "it has {own} tokens and its base {base}; tokens of its own are not read"
    ),
}
