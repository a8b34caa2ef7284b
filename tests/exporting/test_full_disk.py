"""Where there is no room for an export, it says so and leaves nothing half there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full_disk import files_of_at_most
from workbench.exporting.formats import Format, export_run
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench

# Of NumPy, where Keras reads a variable of TensorFlow's.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation")


@pytest.mark.parametrize("wanted", [Format.HUGGING_FACE, Format.SAVED_MODEL, Format.KERAS, Format.LITERT])
def test_a_full_disk_is_told_and_nothing_of_the_export_remains(
    learnt: Workbench, tmp_path: Path, wanted: Format
) -> None:
    with files_of_at_most(3_000), pytest.raises(KnownError) as refused:
        last(export_run(learnt, "words", tmp_path / "out", wanted))
    assert refused.value.code == "disk.full"
    assert list(tmp_path.iterdir()) == []
