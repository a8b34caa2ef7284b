"""What can be wrong with a text, its files and how it is cleaned."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "corpus.missing": QT_TRANSLATE_NOOP("errors", "There is no corpus named “{name}” in this project. It has: {known}."),
    "corpus.name": QT_TRANSLATE_NOOP("errors", "A text needs a name. Type at least one letter."),
    "corpus.exists": QT_TRANSLATE_NOOP("errors", "There is already a corpus named “{name}”. Choose another name."),
    "corpus.nothing_read": QT_TRANSLATE_NOOP("errors", "No text could be read, so nothing was imported. {reasons}"),
    "corpus.too_short": QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” is too short to train on: it needs at least {needed} tokens of training text and has {tokens}. Add more text, or lower the context length.",
    ),
    "corpus.nothing_held_out": QT_TRANSLATE_NOOP(
        "errors", "“{name}” is so short that none of it is left to check with what a model learns. Add more text."
    ),
    "corpus.changed": QT_TRANSLATE_NOOP(
        "errors", "The files of “{name}” were changed outside of this program, so it is no longer the text that was imported and measured. Put them back, or import the changed text as another one."
    ),
    "stray.no_text": QT_TRANSLATE_NOOP(
        "errors", "“{name}” is the folder of a run whose record is gone, so its settings are not known. Put back the project.sqlite that named it, or throw it away."
    ),
    "corpus.in_use": QT_TRANSLATE_NOOP("errors", "“{name}” is used by {count:# run. Delete it first|# runs. Delete those first}."),
    "folder.taken": QT_TRANSLATE_NOOP("errors", "“{folder}” already holds files. Choose an empty or a new folder."),
    "folder.empty": QT_TRANSLATE_NOOP("errors", "There are no files in “{folder}”."),
    "file.missing": QT_TRANSLATE_NOOP("errors", "There is no file “{file}”."),
    "file.empty": QT_TRANSLATE_NOOP("errors", "“{file}” is empty."),
    "file.beside_split": QT_TRANSLATE_NOOP("errors", "“{file}” lies beside texts that are divided into training, validation and test already, so it was left out. Import it by itself to read it."),
    "file.binary": QT_TRANSLATE_NOOP("errors", "“{file}” is not a text file."),
    "file.not_utf8": QT_TRANSLATE_NOOP("errors", "“{file}” is not UTF-8 text (first unreadable byte at {offset})."),
    "file.unsupported": QT_TRANSLATE_NOOP("errors", "“{file}” is of a kind that cannot be read. Save it as plain text (.txt) or PDF."),
    "file.picture": QT_TRANSLATE_NOOP("errors", "“{file}” is a picture. Let a text recognition (OCR) program read it first."),
    "file.recording": QT_TRANSLATE_NOOP("errors", "“{file}” is sound or film. Let a program write down first what is said in it."),
    "file.older_office": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is in a format of an office program that cannot be read. Open it there, or in LibreOffice, and save it as .docx or .odt."
    ),
    "file.older_sheet": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is a table in a format that cannot be read. Open it in the program that made it, or in LibreOffice, and save it as .xlsx or .csv."
    ),
    "file.damaged": QT_TRANSLATE_NOOP("errors", "“{file}” is damaged or incomplete ({detail}). Try to get the whole file again."),
    "file.needs_password": QT_TRANSLATE_NOOP("errors", "“{file}” is protected with a password. Import it again and give the password."),
    "file.wrong_password": QT_TRANSLATE_NOOP("errors", "The password does not open “{file}”."),
    "file.protected": QT_TRANSLATE_NOOP("errors", "“{file}” is encrypted or copy-protected, so its text cannot be read."),
    "file.pdf_without_text": QT_TRANSLATE_NOOP(
        "errors", "“{file}” has no text in it, only pictures: it is probably a scan. Let a text recognition (OCR) program read it first."
    ),
    "file.too_large": QT_TRANSLATE_NOOP("errors", "“{file}” is too large to be read as a whole. Save it as .jsonl or .csv."),
    "file.no_encoding": QT_TRANSLATE_NOOP("errors", "There is no text encoding called “{encoding}”. Try utf-8, gb18030, shift_jis or windows-1252."),
    "file.no_column": QT_TRANSLATE_NOOP("errors", "“{file}” has no column “{column}”. It has: {known}."),
    "file.no_text_column": QT_TRANSLATE_NOOP("errors", "No column of “{file}” holds text."),
    "file.other_labels": QT_TRANSLATE_NOOP("errors", "“{file}” is labelled in another way than the files before it (whole texts, words, or words beside a predicate). Import it by itself."),
    "labels.none": QT_TRANSLATE_NOOP("errors", "None of the texts has a label. Choose where the labels are, or import the text without labels."),
    "labels.one_class": QT_TRANSLATE_NOOP("errors", "Every label is “{label}”, so there is nothing to tell apart. Choose other labels, or import the text without labels."),
    "labels.nearly_unique": QT_TRANSLATE_NOOP(
        "errors", "There are {classes} different labels for {texts} texts, so they name the texts and are no classes. Choose other labels, or import the text without labels."
    ),
    "labels.column_left": QT_TRANSLATE_NOOP(
        "errors", "“{column}” of “{file}” was not taken as labels: too many of its cells are empty, long or different. If it labels the texts, choose it as the column of their labels."
    ),
    "labels.treebank_left": QT_TRANSLATE_NOOP(
        "errors", "What “{file}” says of each word was left out. If that is to be told, such as its part of speech, choose the tags of words as labels."
    ),
    "labels.columns_left": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is named as a file of words with tags, and was read as text: it has none, or they do not fit the words. If it has, choose the tags of words as labels, and the first line that does not fit is named."
    ),
    "labels.in_folders": QT_TRANSLATE_NOOP(
        "errors", "The files lie in {count} folders beside each other: {folders}. If these are the classes of the texts, choose the names of folders as labels."
    ),
    "labels.beside_text": QT_TRANSLATE_NOOP(
        "errors", "Some of the files have labels and “{file}” has none, so all of it was read as text alone. Import the labelled ones by themselves, or say where the labels are."
    ),
    "corpus.no_turns": QT_TRANSLATE_NOOP("errors", "“{name}” has no conversations, so answers cannot be learnt from it. Import messages with their roles, or a table with questions and answers."),
    "corpus.no_answers": QT_TRANSLATE_NOOP("errors", "Nobody in the conversations of “{name}” is called “{role}”, so there are no answers to learn. Rename the role that is to be learnt."),
    "corpus.no_labels": QT_TRANSLATE_NOOP(
        "errors", "The texts of “{name}” have no classes, so there is nothing to tell apart. Import it with its labels, or choose another text."
    ),
    "corpus.no_tags": QT_TRANSLATE_NOOP(
        "errors", "The words of “{name}” have no tags, so there is nothing to tell of them. Import it with its tags, or choose another text."
    ),
    "corpus.one_class": QT_TRANSLATE_NOOP(
        "errors", "All that is labelled in “{name}” has the same label, so there is nothing to tell apart. Label more of it, or choose another text."
    ),
    "corpus.no_examples": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has too few labelled examples to learn from some and measure on others. Label more of it, or choose another text."
    ),
    "file.no_turns": QT_TRANSLATE_NOOP("errors", "“{file}” has no conversations: neither messages with their roles, nor columns of questions and answers. Read it as text, or say which column its text is in."),
    "file.no_tags": QT_TRANSLATE_NOOP("errors", "“{file}” has no words in columns with their tags or roles beside them. Look whether each line has one word, and a blank line stands after each sentence."),
    "file.unfitting_tags": QT_TRANSLATE_NOOP(
        "errors", "In line {line} of “{file}” the tags do not fit the word, and so it is in most of its sentences. Look whether each line has one word and as many columns as the others."
    ),
    "file.no_words": QT_TRANSLATE_NOOP("errors", "“{file}” has roles without their words. Put “{words}” beside it, or paste both into one file, the words first."),
    "file.words_do_not_fit": QT_TRANSLATE_NOOP("errors", "In line {line}, “{file}” and “{words}” do not belong together. Look whether both have as many lines, and blank ones at the same places."),
    "file.beside_roles": QT_TRANSLATE_NOOP("errors", "“{file}” has the words of the roles beside it, and is read with them."),
    "file.beside_classes": QT_TRANSLATE_NOOP("errors", "“{file}” lies beside texts whose folders or names are their labels, and has none, so it was left out."),
    "file.labels_changed": QT_TRANSLATE_NOOP("errors", "“{labels}” beside “{file}” is missing or was changed after the export. Put it back, or import the text without labels."),
    "labels.unlabelled_corpus": QT_TRANSLATE_NOOP("errors", "“{name}” has no labels. Import it again with a column, folders or files that label its texts."),
    "labels.unknown": QT_TRANSLATE_NOOP("errors", "“{name}” has no label “{label}”. It has: {known}."),
    "labels.turn_of_nobody": QT_TRANSLATE_NOOP("errors", "What “{label}” says would be said by nobody. Give the role another name, which may be that of another one."),
    "labels.one_left": QT_TRANSLATE_NOOP("errors", "Only “{label}” would be left of the labels, and one alone tells nothing apart. Leave at least two."),
    "file.no_label_column": QT_TRANSLATE_NOOP("errors", "No column of “{file}” looks like labels. Say which one has them; it has: {known}."),
    "file.outside": QT_TRANSLATE_NOOP("errors", "“{file}” in an archive has a name that leads out of its folder, so it was left where it is."),
    "file.unpacks_too_large": QT_TRANSLATE_NOOP(
        "errors", "“{file}” unpacks to far more than an honest archive of its size would, so it was not read any further."
    ),
    "file.too_deep": QT_TRANSLATE_NOOP("errors", "“{file}” is an archive in an archive in an archive. Unpack the outer ones first."),
    "file.not_fetched": QT_TRANSLATE_NOOP("errors", "“{file}” could not be fetched ({detail}). Check the address and the connection."),
    "recipe.invalid": QT_TRANSLATE_NOOP("errors", "The cleaning step {name} cannot be {value}: {reason}."),
    "file.cleaned_away": QT_TRANSLATE_NOOP(
        "errors", "Cleaning left nothing of “{file}”; the step “{step}” removed most. Switch that step off to keep its text."
    ),
    "file.linked_folder": QT_TRANSLATE_NOOP("errors", "“{file}” is a link to a folder, which is not followed. Import that folder itself as well."),
    "file.packed_otherwise": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is packed as {kind}, which cannot be unpacked here. Unpack it with another program, such as 7-Zip, and import what comes out."
    ),
    "file.takes_memory": QT_TRANSLATE_NOOP(
        "errors", "“{file}” takes more memory to read than is allowed, so it was passed over. It may be damaged; save it as plain text, or allow more."
    ),
    "file.takes_time": QT_TRANSLATE_NOOP(
        "errors", "“{file}” takes longer to read than is allowed, so it was passed over. It may be damaged; save it as plain text, or allow more."
    ),
    "file.ends_reader": QT_TRANSLATE_NOOP(
        "errors", "“{file}” made the part of the program end that reads files, so it was passed over. It is probably damaged; save it as plain text."
    ),
    "file.reader_lost": QT_TRANSLATE_NOOP(
        "errors", "“{file}” could not be read because the part of the program that reads files does not start. Close other programs and try again."
    ),
    "search.nothing": QT_TRANSLATE_NOOP("errors", "There is nothing to look for. Give a word or some letters."),
    "search.expression": QT_TRANSLATE_NOOP("errors", "That is no regular expression ({detail}). Mend it, or look for the letters as they are."),
    "search.too_slow": QT_TRANSLATE_NOOP("errors", "That expression takes too long in one of the lines, so the search was ended. Make it simpler."),
    "left_out.labelled": QT_TRANSLATE_NOOP("errors", "Each document of “{name}” belongs to its labels, so none is left out by itself. Leave out a label instead, or import the text without it."),
    "left_out.missing": QT_TRANSLATE_NOOP("errors", "The {split} part of “{name}” has no document {number}."),
    "left_out.last": QT_TRANSLATE_NOOP("errors", "Without that, nothing would be left of the {split} part of “{name}”, so it stays."),
    "file.unreadable": QT_TRANSLATE_NOOP("errors", "“{file}” could not be read ({detail})."),
}  # fmt: skip
