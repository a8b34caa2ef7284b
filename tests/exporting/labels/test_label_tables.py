"""The sentences of a labelled text are tagged in one go, roles beside the predicates that stand there, into a table."""

from __future__ import annotations

import csv
import io

import pytest

from workbench.cli.label_documents import tagged_csv
from workbench.corpora.labelled import examples
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split


@pytest.fixture(scope="module")
def roles(telling: Workbench, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A text in which each sentence has two predicates."""
    file = tmp_path_factory.mktemp("roles") / "roles.conll"
    lines = ["warm - (A0*) *", "days{} days (V*) (A0*)", "were were * (V*)", "cold - * (A1*)"]
    file.write_text("\n\n".join("\n".join(lines).format(number) for number in range(30)), encoding="utf-8")
    last(telling.texts.import_corpus([file], "roles"))
    return "roles"


def test_roles_are_told_in_one_go_as_one_by_one(telling: Workbench, roles: str) -> None:
    run, corpus = telling.models.named("roles"), telling.project.corpora.named(roles)
    found = last(telling.labelling.tag_corpus(run, roles, Split.TEST))
    asked = list(examples(corpus, Split.TEST))
    assert [(each.text, each.predicate) for each in found] == [(each.text, each.predicate) for each in asked]
    assert {each.predicate for each in found} == {1, 2}
    for each in found[:2]:
        alone = telling.labelling.tag(run, each.text, each.predicate)
        assert [word.tag for word in each.words] == [word.tag for word in alone]
    head, *rows = csv.reader(io.StringIO(tagged_csv(found)))
    assert head == ["number", "word", "tag", "probability", "predicate"]
    assert [row[1] for row in rows if row[4] == "1"] == [each.words[each.predicate] for each in asked]


def test_tags_need_no_predicate_and_what_does_not_fit_is_refused(telling: Workbench, roles: str) -> None:
    tags, of_roles = telling.models.named("tags"), telling.models.named("roles")
    found = last(telling.labelling.tag_corpus(tags, "chunks", Split.TEST))
    assert found and all(each.predicate is None for each in found)
    assert "predicate" not in tagged_csv(found)
    for model, corpus in ((of_roles, "chunks"), (tags, "reviews")):
        with pytest.raises(KnownError, match="has no sentences whose words"):
            next(telling.labelling.tag_corpus(model, corpus, Split.TEST))
