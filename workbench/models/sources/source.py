"""What the program asks of a folder that has a model in it, however it lies there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.models.families.family import Config, Family

if TYPE_CHECKING:
    import keras

    from workbench.models.tokenizers.tokenizer import Tokenizer

CONFIG, TOKENIZER = "config.json", "tokenizer.json"


class UnknownFamilyError(KeyError):
    """The model is of a family that is not known; its name is what people call it."""

    def __str__(self) -> str:
        return str(self.args[0])


class Source(Protocol):
    def recognises(self, folder: Path) -> bool:
        """Whether a folder is one of this kind, damaged or not."""

    def config(self, folder: Path) -> Config:
        """Its configuration, as a config.json in the Hugging Face layout would say it.

        Raises KnownError("model.damaged"), OtherSettingsError, UnknownFamilyError, KeyError where it lacks something.
        """

    def tokenizer_file(self, folder: Path) -> Path:
        """The file that decides its tokenizer, whether it is there or not."""

    def weight_files(self, folder: Path) -> list[Path]:
        """Those that hold its weights, whether they are there or not. Raises OSError or ValueError."""

    def check_weights(self, folder: Path) -> None:
        """Whether its weights are such as a network can be filled with, as far as that is told without reading them.

        Raises KnownError("model.quantised"), OSError or ValueError.
        """

    def beside(self, folder: Path) -> dict[str, str]:
        """What else is said of the model in small files, by their names, which goes where the model goes."""

    def tokenizer(self, folder: Path, config: Config, family: Family) -> Tokenizer:
        """With as many tokens as its network. Raises KnownError("model.damaged")."""

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        """Fill a network of its configuration with its weights.

        Raises ValueError, KeyError, OSError, or a library's own error, where they are not whole or another network's.
        """


def read_json(file: Path) -> dict[str, Any]:
    """Raises KnownError("model.damaged")."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnownError("model.damaged", folder=file.parent, detail=error) from error
    if not isinstance(content, dict):
        raise KnownError("model.damaged", folder=file.parent, detail=message("damage.no_object", file=file.name))
    return content
