"""A whole project in one file: it opens elsewhere with all that it had, and an archive can do no harm."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.full_disk import files_of_at_most
from tests.tiny_models import tale
from workbench.cli import main
from workbench.errors import KnownError
from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.fine_tuning import FineTuning
from workbench.generators import last
from workbench.project import Project
from workbench.records import RunStatus
from workbench.services import Services
from workbench.training.events import CheckpointSaved, Validated


@pytest.fixture
def anna(tmp_path: Path, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home with a project, with the text and the models that it was made from."""
    home = tmp_path / "home of Ännä"
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    shutil.copytree(tiny_gpt2, home / "models" / "tiny")
    shutil.copytree(tiny_gpt2, home / "models" / "tiny-2")
    (home / "models" / "tiny" / "pytorch_model.bin").write_bytes(b"pickled")
    (home / "letters.txt").write_text(tale(60), encoding="utf-8")
    with Project.create(home / "Letters & more") as project:
        services = Services(project)
        last(services.import_corpus([home / "letters.txt"], "letters"))
        last(services.import_text(tale(40, seed=1), "pasted"))
        for name in ("tiny", "tiny-2"):
            services.add_model_folder(home / "models" / name)
        project.set_preference("model", str(home / "models" / "tiny"))
        gone = str(home / "models" / "gone")
        for name, model in (("one", str(home / "models" / "tiny")), ("two", f"scratch:{gone}")):
            run = project.create_run(
                corpus="letters", model=model, model_sha256="5", fine_tuning=FineTuning(seed=3), name=name
            )
            with project.recorder(run) as recorder:
                recorder.record(Validated(0, 5.0, True, 0.5))
                folder = run.folder / "checkpoints" / "step-00000002"
                folder.mkdir(parents=True)
                (folder / "weights.safetensors").write_bytes(bytes(1000))
                recorder.record(CheckpointSaved(2, folder, True))
            project.finish_run(run, RunStatus.FAILED, f"“{home}” could not be read")
    return home


def packed(project: Path, file: Path) -> zipfile.ZipFile:
    with Project.open(project) as opened:
        last(pack_project(opened, file))
    return zipfile.ZipFile(file)


def test_a_project_opens_on_another_machine_with_all_that_it_had(
    anna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, elsewhere = tmp_path / "mail" / "letters.zip", tmp_path / "bertil" / "Letters"
    assert main(["archive", str(anna / "Letters & more"), str(file), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["missing_models"] == [str(anna / "models" / "gone")] and "gone" in told.err
    with Project.open(anna / "Letters & more") as project:
        text = (project.corpus("letters").folder / "train.txt").read_bytes()
    shutil.rmtree(anna)  # the other machine has nothing of it
    assert main(["unarchive", str(file), str(elsewhere), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"project": str(elsewhere), "corpora": 2, "runs": 2}
    with Project.open(elsewhere) as project:
        services = Services(project)
        tiny = elsewhere / "models" / "tiny"
        assert project.model_folders() == (tiny, elsewhere / "models" / "tiny-2")
        assert project.preference("model") == str(tiny) == project.run("one").model
        assert services.model(project.run("one").model).folder == tiny
        assert not (tiny / "pytorch_model.bin").exists()
        run = project.run("one")
        assert run.fine_tuning.seed == 3 and run.status is RunStatus.FAILED
        assert project.measurements(run)["validation_loss"].values.tolist() == [5.0]
        (checkpoint,) = project.checkpoints(run)
        assert (checkpoint.folder / "weights.safetensors").stat().st_size == 1000
        assert (project.corpus("letters").folder / "train.txt").read_bytes() == text
        again = last(services.extend_corpus("pasted"))  # a text that is kept in the project can be read again
        assert again.contents.sha256 == project.corpus("pasted").contents.sha256


def test_the_archive_tells_nobody_where_the_project_lay(anna: Path, tmp_path: Path) -> None:
    with packed(anna / "Letters & more", tmp_path / "letters.zip") as archive:
        names = archive.namelist()
        assert not any("lock" in name or "tokens" in name or "sqlite-" in name for name in names)
        for name in names:
            content = archive.read(name)
            for path in (str(tmp_path), json.dumps(str(tmp_path))[1:-1], str(Path.home())):
                assert path.encode() not in content, name


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["p/project.sqlite", "p/../../evil.txt"], "file.outside"),
        (["p/project.sqlite", "/etc/evil.txt"], "file.outside"),
        (["p/project.sqlite", "p/..\\..\\evil.txt"], "file.outside"),
        (["p/project.sqlite", "C:/evil.txt"], "file.outside"),
        (["p/notes.txt"], "archive.no_project"),
        (["p/project.sqlite", "q/project.sqlite"], "archive.no_project"),
        (["p/deep/project.sqlite"], "archive.no_project"),
    ],
)
def test_a_strange_archive_is_refused_and_writes_nothing(tmp_path: Path, names: Sequence[str], code: str) -> None:
    file, folder = tmp_path / "in" / "strange.zip", tmp_path / "out" / "project"
    file.parent.mkdir()
    folder.parent.mkdir()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, b"SQLite format 3\0" + bytes(100))
    with pytest.raises(KnownError) as refused:
        last(unpack_project(file, folder))
    assert refused.value.code == code
    assert list(folder.parent.iterdir()) == [] and list(file.parent.iterdir()) == [file]


def test_an_archive_that_unpacks_to_far_more_than_it_is_is_stopped(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("p/project.sqlite", b"SQLite format 3\0")
        with archive.open("p/zeros", "w") as stream:
            for _ in range(200):
                stream.write(bytes(1 << 20))
    with pytest.raises(KnownError) as refused:
        last(unpack_project(file, tmp_path / "project"))
    assert refused.value.code == "file.unpacks_too_large"
    assert list(tmp_path.iterdir()) == [file]


def test_a_damaged_archive_or_a_full_folder_is_told(anna: Path, tmp_path: Path) -> None:
    file = tmp_path / "letters.zip"
    packed(anna / "Letters & more", file).close()
    with pytest.raises(KnownError) as refused:
        last(unpack_project(file, anna))
    assert refused.value.code == "folder.taken"
    whole = file.read_bytes()
    changed = bytearray(whole)
    changed[len(whole) // 2] ^= 0xFF
    for content in (whole[:-500], bytes(changed), b"no archive"):
        file.write_bytes(content)
        with pytest.raises(KnownError) as refused:
            last(unpack_project(file, tmp_path / "project"))
        assert refused.value.code == "file.damaged"
        assert not (tmp_path / "project").exists()


def test_cancelling_or_a_full_disk_leaves_nothing_and_the_archive_before(anna: Path, tmp_path: Path) -> None:
    place = tmp_path / "mail"
    place.mkdir()
    (place / "letters.zip").write_bytes(b"the one of last week")
    with Project.open(anna / "Letters & more") as project:
        work = pack_project(project, place / "letters.zip")
        next(work), next(work)
        work.close()
        with files_of_at_most(30_000), pytest.raises(KnownError):
            last(pack_project(project, place / "letters.zip"))
        with pytest.raises(KnownError) as refused:
            last(pack_project(project, project.folder / "letters.zip"))
        assert refused.value.code == "archive.inside"
    assert [(path.name, path.read_bytes()) for path in place.iterdir()] == [("letters.zip", b"the one of last week")]
    packed(anna / "Letters & more", place / "letters.zip").close()
    unpacking = unpack_project(place / "letters.zip", place / "project")
    next(unpacking)
    unpacking.close()
    assert [path.name for path in place.iterdir()] == ["letters.zip"]
