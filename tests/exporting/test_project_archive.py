"""A whole project in one file: it opens elsewhere with all that it had, and an archive can do no harm."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from tests.full_disk import files_of_at_most
from tests.gguf_files import write_gguf
from tests.tiny_families import write
from tests.tiny_models import tale
from workbench.cli.main import main
from workbench.exporting import project_archive
from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.store import moving
from workbench.training.events import CheckpointSaved, Validated
from workbench.values.dividend import Plan
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.place import where_from
from workbench.values.run import Filing, RunStatus

CLUSTER = where_from("ray://10.6.6.6:10001#2")


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
        services = Workbench(project)
        last(services.texts.import_corpus([home / "letters.txt"], "letters"))
        last(services.texts.import_text(tale(40, seed=1), "pasted"))
        for name in ("tiny", "tiny-2"):
            services.models.add_folder(home / "models" / name)
        project.preferences.set("model", str(home / "models" / "tiny"))
        project.dividends.add("worth", Plan("letters", Folder(home / "models" / "tiny"), FineTuning()))
        project.costs.note_memory(f"{home / 'models' / 'tiny'}/full", 5)
        gone = str(home / "models" / "gone")
        for name, model in (("one", str(home / "models" / "tiny")), ("two", f"scratch:{gone}")):
            run = project.runs.create(
                corpus="letters",
                base=from_text(model),
                model_sha256="5",
                fine_tuning=FineTuning(seed=3),
                name=name,
                where=CLUSTER,
            )
            with project.runs.recorder(run) as recorder:
                recorder.record(Validated(0, 5.0, True, 0.5))
                folder = run.folder / "checkpoints" / "step-00000002"
                folder.mkdir(parents=True)
                (folder / "weights.safetensors").write_bytes(bytes(1000))
                recorder.record(CheckpointSaved(2, folder, True))
            project.findings.keep(run.id, "learnt", ["step-00000002"], {"places": 3})
            project.runs.finish(
                run, RunStatus.FAILED, message("run.told", text=f"“{home}” could not be read at {CLUSTER}")
            )
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
        text = (project.corpora.named("letters").folder / "train.txt").read_bytes()
    shutil.rmtree(anna)  # the other machine has nothing of it
    assert main(["unarchive", str(file), str(elsewhere), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"project": str(elsewhere), "corpora": 2, "runs": 2}
    with Project.open(elsewhere) as project:
        services = Workbench(project)
        tiny = elsewhere / "models" / "tiny"
        assert project.models.folders() == (tiny, elsewhere / "models" / "tiny-2")
        assert project.preferences.get("model") == str(tiny) == project.runs.named("one").model
        assert services.models.find(services.models.named(project.runs.named("one").model)).folder == tiny
        assert not (tiny / "pytorch_model.bin").exists()
        assert [record.plan.model for record in project.dividends.every()] == [Folder(tiny)]
        run = project.runs.named("one")
        assert project.findings.find(run.id, "learnt", ["step-00000002"]) == {"places": 3}
        assert run.fine_tuning.seed == 3 and run.status is RunStatus.FAILED and str(run.where) == "ray#2"
        with pytest.raises(KnownError, match="named by this project alone"):
            services.training.places.check(run.where, run.fine_tuning, is_taught=False)
        assert project.runs.curves(run)["validation_loss"].values.tolist() == [5.0]
        (checkpoint,) = project.checkpoints.of(run)
        assert (checkpoint.folder / "weights.safetensors").stat().st_size == 1000
        assert (project.corpora.named("letters").folder / "train.txt").read_bytes() == text
        again = last(services.texts.extend_corpus("pasted"))  # a text that is kept in the project can be read again
        assert again.contents.sha256 == project.corpora.named("pasted").contents.sha256


def test_the_archive_tells_nobody_where_the_project_lay(anna: Path, tmp_path: Path) -> None:
    with packed(anna / "Letters & more", tmp_path / "letters.zip") as archive:
        names = archive.namelist()
        assert not any("lock" in name or "tokens" in name or "sqlite-" in name for name in names)
        for name in names:
            content = archive.read(name)
            for path in (str(tmp_path), json.dumps(str(tmp_path))[1:-1], str(Path.home()), "10.6.6.6"):
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


def test_what_a_person_wrote_is_not_rewritten_however_much_it_looks_like_a_path(
    anna: Path, tmp_path: Path, tiny_gpt2: Path
) -> None:
    """Names that begin alike, notes and prompts that mention folders, and a home that is the root of all."""
    tiny, folder = anna / "models" / "tiny", anna / "Letters & more"
    words = f"like {tiny} but not {tiny}-large, see {folder}/notes and “{anna}”"
    shutil.copytree(tiny_gpt2, anna / "models" / "tiny-large")
    with Project.open(folder) as project:
        Workbench(project).models.add_folder(anna / "models" / "tiny-large")
        project.runs.file({project.runs.named("one").id: Filing(note=words, tags=(str(tiny),), group=f"{tiny}-large")})
        project.preferences.set("train.prompts", [words])
        last(pack_project(project, tmp_path / "letters.zip"))
    last(unpack_project(tmp_path / "letters.zip", tmp_path / "bertil" / "Letters"))
    with Project.open(tmp_path / "bertil" / "Letters") as project:
        run = project.runs.named("one")
        assert (run.note, run.tags, run.group) == (words, (str(tiny),), f"{tiny}-large")
        assert project.preferences.get("train.prompts") == [words]
        assert {path.name for path in project.models.folders()} == {"tiny", "tiny-2", "tiny-large"}
        assert all(path.parent == project.folder / "models" and path.is_dir() for path in project.models.folders())
        assert project.runs.named("one").error == message("run.told", text="“~” could not be read at ray://#2")


def test_where_home_is_the_root_of_all_the_archive_still_opens(
    anna: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, "/")
    packed(anna / "Letters & more", tmp_path / "letters.zip").close()
    last(unpack_project(tmp_path / "letters.zip", tmp_path / "bertil" / "Letters"))
    shutil.rmtree(anna)
    with Project.open(tmp_path / "bertil" / "Letters") as project:
        assert (
            Workbench(project).models.find(Workbench(project).models.named(project.runs.named("one").model)).folder
            == project.folder / "models" / "tiny"
        )
        assert [source.path.name for source in project.corpora.named("letters").contents.sources] == ["letters.txt"]


def test_an_archive_arrives_on_another_system(anna: Path, tmp_path: Path) -> None:
    with packed(anna / "Letters & more", tmp_path / "letters.zip") as archive:
        archive.extract("Letters & more/project.sqlite", tmp_path)
    database = tmp_path / "Letters & more" / "project.sqlite"
    moving.arrive(database, PureWindowsPath("D:/Übungen/Letters"))
    with closing(sqlite3.connect(database)) as opened:
        models = [model for (model,) in opened.execute("SELECT model FROM runs ORDER BY id")]
        folders = [folder for (folder,) in opened.execute("SELECT folder FROM model_folders ORDER BY folder")]
        (sources,) = opened.execute("SELECT sources FROM corpora WHERE name = 'pasted'").fetchone()
    assert models == ["D:\\Übungen\\Letters\\models\\tiny", "scratch:D:\\Übungen\\Letters\\models\\gone"]
    assert folders == ["D:\\Übungen\\Letters\\models\\tiny", "D:\\Übungen\\Letters\\models\\tiny-2"]
    assert json.loads(sources)[0]["path"].startswith("D:\\Übungen\\Letters\\sources\\")


def test_a_name_that_leads_out_once_its_first_folder_is_taken_off_is_refused(tmp_path: Path) -> None:
    for name in ("p/C:/evil.txt", "p/c:evil.txt"):
        with zipfile.ZipFile(tmp_path / "strange.zip", "w") as archive:
            archive.writestr("p/project.sqlite", b"SQLite format 3\0" + bytes(100))
            archive.writestr(name, b"evil")
        with pytest.raises(KnownError) as refused:
            last(unpack_project(tmp_path / "strange.zip", tmp_path / "project"))
        assert refused.value.code == "file.outside"


def test_an_archive_of_endless_entries_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_archive, "MOST_FILES", 20)
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        archive.writestr("p/project.sqlite", b"SQLite format 3\0" + bytes(100))
        for number in range(30):
            archive.writestr(f"p/{number}", b"")
    with pytest.raises(KnownError) as refused:
        last(unpack_project(tmp_path / "many.zip", tmp_path / "project"))
    assert refused.value.code == "file.unpacks_too_large"


def test_a_gguf_model_in_parts_goes_with_the_project(project: Project, tmp_path: Path) -> None:
    first = write_gguf(tmp_path / "tiny.gguf", write(tmp_path / "folder", "smollm2"), "Q8_0", parts=2)
    Workbench(project).models.add_folder(first)
    last(pack_project(project, tmp_path / "all.zip"))
    for part in tmp_path.glob("tiny-*.gguf"):
        part.unlink()
    with Project.open(last(unpack_project(tmp_path / "all.zip", tmp_path / "elsewhere"))) as opened:
        (place,) = opened.models.folders()
        card = Workbench(opened).models.find(Folder(place))
        assert card.name == "tiny" and card.quantisation == "Q8_0" and place.is_relative_to(tmp_path / "elsewhere")
