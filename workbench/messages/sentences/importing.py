"""What an import says of the files that it has read."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    # The whole of it
    "remark.written_by": QT_TRANSLATE_NOOP("importing", "What is learnt from was written by a model, “{model}”; what is measured on was not."),
    "remark.documents_left_out": QT_TRANSLATE_NOOP("importing", "{count:# document is|# documents are} left out of it."),
    "remark.not_counted_yet": QT_TRANSLATE_NOOP(
        "importing", "Documents were left out or taken back; different words and repeated passages are to be counted anew."
    ),
    "remark.one_read": QT_TRANSLATE_NOOP("importing", "The file was read whole."),
    "remark.one_with_gaps": QT_TRANSLATE_NOOP("importing", "The file was read, but parts of it were left out."),
    "remark.all_read": QT_TRANSLATE_NOOP("importing", "All {count} files were read whole."),
    "remark.not_counted": QT_TRANSLATE_NOOP(
        "importing", "{read} of {count} files were read, by an older version of the program, which did not count what it left out of them. Read them again to know."
    ),
    "remark.read_with_gaps": QT_TRANSLATE_NOOP("importing", "{count} files were read; parts of {gaps} of them were left out."),
    "remark.some_read": QT_TRANSLATE_NOOP("importing", "{read} of {count} files could be read, {passed} could not."),
    "remark.some_read_with_gaps": QT_TRANSLATE_NOOP(
        "importing", "{read} of {count} files could be read, {passed} could not; parts of {gaps} of those that were read were left out."
    ),
    # What was left out
    "remark.more_passed_over": QT_TRANSLATE_NOOP("importing", "{count:# more was|# more were} passed over for the same reason, such as {names}."),
    "remark.left_out": QT_TRANSLATE_NOOP("importing", "“{file}”: {count} left out: {reason}."),
    "remark.left_out_at": QT_TRANSLATE_NOOP("importing", "“{file}”: {count} left out: {reason} ({places})."),
    "remark.replaced": QT_TRANSLATE_NOOP(
        "importing", "“{file}”: {count:# place|# places} could not be read as {encoding} and {count:was|were} replaced by “\ufffd”. If that is many, choose another encoding."
    ),
    "remark.more_with_gaps": QT_TRANSLATE_NOOP("importing", "Parts of {count:# more file|# more files} were left out as well."),
    "remark.and_more": QT_TRANSLATE_NOOP("importing", "{names} and {count} more"),
    # What was guessed
    "remark.guess_encoding": QT_TRANSLATE_NOOP(
        "importing", "“{file}” does not say how its letters are encoded and was read as {value}. If letters look wrong, choose another encoding."
    ),
    "remark.guess_separator": QT_TRANSLATE_NOOP("importing", "“{file}” was divided into columns at “{value}”. Look whether its columns are right."),
    "remark.guess_column": QT_TRANSLATE_NOOP("importing", "“{value}” was taken as the text of “{file}”. If it is not, choose another column."),
    "remark.guess_whole_rows": QT_TRANSLATE_NOOP(
        "importing", "No column of “{file}” is clearly its text, so its rows were read whole, each as a line of its cells. If one column is the text, choose it."
    ),
    "remark.guess_split": QT_TRANSLATE_NOOP("importing", "“{file}” was taken as the {value} part because of its name. If it is not, give it another name."),
    "remark.guess_format": QT_TRANSLATE_NOOP("importing", "“{file}” was read as {value}, whatever its name says. Look whether its text is right."),
    "remark.guess_label": QT_TRANSLATE_NOOP("importing", "“{value}” was taken as what labels the texts of “{file}”. If it does not, choose another column, or none."),
    "remark.guess_tags": QT_TRANSLATE_NOOP("importing", "The tags of “{file}” are written as {value} and became BIO2, in which every span begins with B-."),
    "remark.guess_open_quotes": QT_TRANSLATE_NOOP(
        "importing", "“{file}”: in {count:# row|# rows} a quote is not closed, so each was read as one line that keeps its quotes. Look whether their text is right."
    ),
    "remark.guess_surplus_cells": QT_TRANSLATE_NOOP(
        "importing", "“{file}”: {count:# row has|# rows have} more cells than there are columns; the cells were put together again in the column with the longest texts. Look whether they are right."
    ),
    # What there is to say of a table
    "remark.columns": QT_TRANSLATE_NOOP("importing", "“{file}”: text in “{column}”; columns: {columns}."),
    "remark.whole_rows": QT_TRANSLATE_NOOP("importing", "“{file}”: whole rows; columns: {columns}."),
    "remark.columns_labelled": QT_TRANSLATE_NOOP("importing", "“{file}”: text in “{column}”, labels in “{label}”; columns: {columns}."),
    # What there is to say of labels
    "remark.classes": QT_TRANSLATE_NOOP("importing", "{texts:# text is|# texts are} labelled, with {count:# class|# classes}."),
    "remark.tags": QT_TRANSLATE_NOOP("importing", "Sentences with a tag for each word: {texts}; kinds of spans: {count}."),
    "remark.roles": QT_TRANSLATE_NOOP("importing", "{texts:# predicate has its|# predicates have their} roles, of {count:# kind|# kinds}."),
    "remark.uneven_classes": QT_TRANSLATE_NOOP(
        "importing", "“{most}” is {times} times as frequent as “{least}”: whoever always says “{most}” is right in {percent} % of the texts."
    ),
    "remark.perhaps_several": QT_TRANSLATE_NOOP("importing", "{count} labels are others with “{mark}” between them, such as “{label}”. If a text can have several labels, say that this stands between them."),
    "remark.many_classes": QT_TRANSLATE_NOOP("importing", "{count:# class has|# classes have} about {each:# text|# texts} each, which is little to learn from. Merge some, or choose other labels."),
    "remark.class_of_one": QT_TRANSLATE_NOOP("importing", "Classes of one text alone, which is trained on and can be checked with none ({count}): {labels}."),
    "remark.class_unchecked": QT_TRANSLATE_NOOP("importing", "Classes in the training text alone, so that nothing checks them ({count}): {labels}."),
    "remark.renamed_labels": QT_TRANSLATE_NOOP("importing", "Called otherwise here than in the files: {names}."),
    "remark.labels_left_out": QT_TRANSLATE_NOOP("importing", "Labels that are left out: {names}."),
    "remark.unlabelled": QT_TRANSLATE_NOOP("importing", "{count:# text has no label: it is|# texts have no label: they are} read as text, and not learnt from as labels."),
    "remark.without_predicate": QT_TRANSLATE_NOOP("importing", "{count:# sentence has no predicate: it is|# sentences have no predicate: they are} read as text alone."),
    "remark.turns": QT_TRANSLATE_NOOP("importing", "{texts:# conversation|# conversations} of {count:# turn|# turns}, {each} each: {roles}."),
    "remark.repeated_turns": QT_TRANSLATE_NOOP("importing", "{count:# conversation repeats|# conversations repeat} an earlier one word for word; all of a kind are in one part."),
    "remark.nobody_answers": QT_TRANSLATE_NOOP("importing", "Nobody in them is called “{role}”, whose turns are what answers are learnt from. Rename whoever is to be learnt."),
    "remark.others_answer": QT_TRANSLATE_NOOP("importing", "Answers are the turns of “{role}”, so these are not learnt: {names}. Rename whoever is to be learnt."),
    "remark.contradicting": QT_TRANSLATE_NOOP("importing", "{count:# text stands|# texts stand} there more than once with different labels. The first: “{passage}” ({labels})."),
    # What is wrong with the parts
    "remark.leaks": QT_TRANSLATE_NOOP(
        "importing", "{found} of {checked} held-out passages {found:is|are} nearly in the training text, so a model looks better than it is. The nearest: “{passage}”"
    ),
    "remark.leaks_spoken": QT_TRANSLATE_NOOP(
        "importing", "{found} of {checked} held-out conversations {found:is|are} nearly among those to learn from, so a model looks better than it is. The nearest: “{passage}”"
    ),
    "remark.uneven_documents": QT_TRANSLATE_NOOP(
        "importing", "Whole documents cannot be divided into tenths here: {train} % of the text is for training, {validation} % for validation and {test} % for the test. Split it by blocks to keep the shares."
    ),
    "remark.part_empty": QT_TRANSLATE_NOOP("importing", "The text is too short to be divided, so there is nothing for this part: {part}."),
    "remark.part_without_texts": QT_TRANSLATE_NOOP("importing", "There are too few texts that differ from each other to keep some apart, so there is nothing for this part: {part}."),
    # Things that are left out: “12 left out: lines that are no JSON record (line 3, line 8, line 9).”
    "passed.no_conversation": QT_TRANSLATE_NOOP("importing", "records in which nobody says anything"),
    "passed.chat_notice": QT_TRANSLATE_NOOP("importing", "lines that the chat’s program wrote itself"),
    "passed.not_a_json_line": QT_TRANSLATE_NOOP("importing", "lines that are no JSON record"),
    "passed.damaged_markup": QT_TRANSLATE_NOOP("importing", "places where the markup is damaged, so that text may be missing"),
    "passed.too_deep": QT_TRANSLATE_NOOP("importing", "what lies deeper in the page than can be read"),
    "passed.around_article": QT_TRANSLATE_NOOP("importing", "characters of menus and the like around the article"),
    "passed.elements": QT_TRANSLATE_NOOP("importing", "elements “{name}”, which are no text to read"),
    "passed.attributes": QT_TRANSLATE_NOOP("importing", "values of “{name}”, which are no text to read"),
    "passed.comment_lines": QT_TRANSLATE_NOOP("importing", "lines of remarks before the table"),
    "passed.remarks": QT_TRANSLATE_NOOP("importing", "lines of remarks"),
    "passed.no_numbered_word": QT_TRANSLATE_NOOP("importing", "lines that are no numbered word"),
    "passed.text_boxes": QT_TRANSLATE_NOOP("importing", "boxes of text that lie on a sheet"),
    "passed.comments": QT_TRANSLATE_NOOP("importing", "comments"),
    "passed.headers": QT_TRANSLATE_NOOP("importing", "headers and footers"),
    "passed.inserted": QT_TRANSLATE_NOOP("importing", "inserted documents that cannot be read in a document"),
    "passed.damaged_chapter": QT_TRANSLATE_NOOP("importing", "chapters that are damaged"),
    "passed.chapter_without_place": QT_TRANSLATE_NOOP("importing", "pages of the book that its reading order leaves out"),
    "passed.missing_chapter": QT_TRANSLATE_NOOP("importing", "chapters that are named and not there"),
    "passed.page_without_text": QT_TRANSLATE_NOOP("importing", "pages that show something but have no text, as scanned ones do"),
    "passed.damaged_page": QT_TRANSLATE_NOOP("importing", "pages that cannot be read"),
    "passed.attachment": QT_TRANSLATE_NOOP("importing", "attachments, pictures and styles of letters and saved pages"),
    "passed.record_without_text": QT_TRANSLATE_NOOP("importing", "records with nothing in the column of the text"),
    "passed.repeated_text": QT_TRANSLATE_NOOP("importing", "texts that repeat an earlier one"),
    "passed.text_cleaned_away": QT_TRANSLATE_NOOP("importing", "texts of which cleaning left nothing (most was removed by “{step}”)"),
    "passed.tags_do_not_fit": QT_TRANSLATE_NOOP("importing", "sentences whose tags do not fit their words"),
    "passed.other_records": QT_TRANSLATE_NOOP("importing", "records of other lists than the longest"),
    "passed.beside_records": QT_TRANSLATE_NOOP("importing", "characters beside the list of records"),
    "passed.sheet_without_text": QT_TRANSLATE_NOOP("importing", "characters in sheets without a column of text"),
    "passed.other_columns": QT_TRANSLATE_NOOP("importing", "characters in other columns than that of the text, and in the names of columns"),
    "passed.bytes": QT_TRANSLATE_NOOP("importing", "pictures and other cells that are no text"),
    "passed.settings": QT_TRANSLATE_NOOP("importing", "settings at the head of the file"),
    "passed.templates": QT_TRANSLATE_NOOP("importing", "instructions for a site generator"),
    "passed.staying_lines": QT_TRANSLATE_NOOP("importing", "lines that stay on from the caption before"),
    "passed.subtitle_notes": QT_TRANSLATE_NOOP("importing", "notes and styles of subtitles"),
    "passed.about_song": QT_TRANSLATE_NOOP("importing", "lines about the song"),
    "passed.outputs": QT_TRANSLATE_NOOP("importing", "outputs of cells that are no text, or warnings and errors"),
    "passed.pictures": QT_TRANSLATE_NOOP("importing", "pictures"),
    "passed.ruby": QT_TRANSLATE_NOOP("importing", "marks that say how characters are spoken"),
    "passed.symbols": QT_TRANSLATE_NOOP("importing", "signs of fonts that hold pictures in place of letters"),
    "passed.outside_captions": QT_TRANSLATE_NOOP("importing", "lines before the first caption"),
    "passed.damaged_letter": QT_TRANSLATE_NOOP("importing", "letters that are no text"),
    "passed.deleted": QT_TRANSLATE_NOOP("importing", "passages that are marked as deleted"),
    "passed.hidden_in_archive": QT_TRANSLATE_NOOP("importing", "hidden files of “{archive}”, such as those that systems put there"),
    "passed.links_in_archive": QT_TRANSLATE_NOOP("importing", "links in “{archive}”, which have no text of their own"),
    "passed.hidden": QT_TRANSLATE_NOOP("importing", "passages that are marked as hidden"),
    # Where they are
    "place.line": QT_TRANSLATE_NOOP("importing", "line {number}"),
    "place.record": QT_TRANSLATE_NOOP("importing", "record {number}"),
    "place.letter": QT_TRANSLATE_NOOP("importing", "letter {number}"),
    "place.page": QT_TRANSLATE_NOOP("importing", "page {number}"),
}  # fmt: skip
