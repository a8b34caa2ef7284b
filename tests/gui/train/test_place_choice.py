"""Where the next run learns is chosen among its settings; clusters have a page of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.hands import click, settle
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.train.choice import PLACE, going_on_at
from workbench.gui.train.cluster_setup import ClusterSetup
from workbench.gui.train.place_choice import PlaceChoice
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.training.places import cluster_settings
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled
from workbench.values.place import HERE, PlaceKind, Where, where_from
from workbench.values.run import Run, RunStatus

PROCESS = Where(PlaceKind.PROCESS)


@pytest.fixture
def context(project: Project) -> Iterator[Context]:
    jobs = Jobs()
    yield Context(project, jobs)
    jobs.shutdown()


@pytest.fixture
def page(qtbot: QtBot, context: Context, tmp_path, monkeypatch: pytest.MonkeyPatch) -> ClusterSetup:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("NEXTWORD_CONFIG_HOME", str(tmp_path / "settings"))
    made = ClusterSetup(context)
    qtbot.addWidget(made)
    made.resize(700, 480)
    made.begin()
    made.show()
    settle()
    return made


def test_a_place_that_is_gone_is_not_chosen_any_more(qtbot: QtBot) -> None:
    choice = PlaceChoice()
    qtbot.addWidget(choice)
    there = where_from("ray://10.0.0.1:10001")
    choice.show_places([HERE, PROCESS, there], there)
    assert choice.where == there and "10.0.0.1" in choice.box.currentText()
    choice.show_places([HERE, PROCESS], there)
    assert choice.where == HERE
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.box.setCurrentIndex(1)
        choice.box.activated.emit(1)
    assert chosen.args == [PROCESS]


def test_an_address_is_kept_and_what_is_none_is_refused_in_a_sentence(
    qtbot: QtBot, page: ClusterSetup, context: Context
) -> None:
    assert not page.keep_button.isEnabled() and page.words == "No cluster is set."
    page.address.setText("http://somewhere")
    with qtbot.waitSignal(context.failed) as failed:
        click(page.set_button)
    assert "no place to learn at" in str(failed.args[0]) and not cluster_settings.settings().address
    page.address.setText("ray://127.0.0.1:10001")
    with qtbot.waitSignal(page.changed):
        click(page.set_button)
    assert cluster_settings.settings().where == where_from("ray://127.0.0.1:10001")
    assert page.keep_button.isEnabled() and "Test" in page.words
    page.cores.setValue(3)
    page.disk.setValue(2)
    assert cluster_settings.settings().cores_of_a_run == 3 and cluster_settings.settings().disk == 2


def test_an_address_that_only_a_project_names_is_asked_nothing(page: ClusterSetup, context: Context) -> None:
    """A project may come from anybody, and what a cluster answers is unpickled."""
    places = context.services.training.places
    stranger = where_from("ray://10.6.6.6:10001")
    with pytest.raises(KnownError) as refused:
        places.check(stranger, FineTuning(), is_taught=False)
    assert refused.value.code == "place.not_named"
    cluster_settings.save("ray://127.0.0.1:10001", 3)
    cluster_settings.note_named(stranger)
    assert cluster_settings.is_named(stranger) and cluster_settings.settings().cores == 3
    cluster_settings.save("", 0)
    assert not cluster_settings.is_named(where_from("ray://127.0.0.1:10001"))


@pytest.mark.usefixtures("page")
def test_a_run_from_elsewhere_goes_on_where_one_can_learn_here(context: Context) -> None:
    run = Run(
        1, "tale", Path(), RunStatus.STOPPED, (), Bundled("m"), "m", "", FineTuning(), datetime.now(UTC),
        where=where_from("ray://10.6.6.6:10001"),
    )  # fmt: skip
    assert going_on_at(context, run) == HERE
    context.project.preferences.set(PLACE, PlaceKind.PROCESS)
    assert going_on_at(context, run) == PROCESS
    assert going_on_at(context, replace(run, where=HERE)) == HERE


@pytest.mark.usefixtures("system_keyring")
def test_a_token_is_kept_in_the_keyring_and_shown_nowhere(qtbot: QtBot, page: ClusterSetup) -> None:
    where = cluster_settings.save("ray://127.0.0.1:10001").where
    assert where is not None
    page.begin()
    page.token.setText("geheim")
    click(page.keep_button)
    qtbot.waitUntil(lambda: "kept" in page.words)
    assert cluster_settings.token_of(where) == "geheim" and page.token.text() == ""
    assert cluster_settings.token_of(where_from("ray://127.0.0.1:10002")) is None
    assert "geheim" not in (cluster_settings.settings().address + page.words)
    click(page.forget_button)
    qtbot.waitUntil(lambda: page.words == "No token is kept for this address.")
    assert cluster_settings.token_of(where) is None


def test_where_ray_is_missing_one_sentence_says_so(
    qtbot: QtBot, page: ClusterSetup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.services.places.has_ray", lambda: False)
    click(page.local_button)
    qtbot.waitUntil(lambda: "Ray is not installed" in page.words)
