"""What the program asks of a folder that has a model in it, however it lies there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from workbench.models.families.family import Config, Family

if TYPE_CHECKING:
    import keras

    from workbench.models.tokenizers.tokenizer import Tokenizer

CONFIG, TOKENIZER, CARD = "config.json", "tokenizer.json", "card.json"


class UnknownFamilyError(KeyError):
    """The model is of a family that is not known; its name is what people call it."""

    def __str__(self) -> str:
        return str(self.args[0])


class Source(Protocol):
    """`folder` is that of a model, or the file where a model is one."""

    def recognises(self, folder: Path) -> bool:
        """Whether a folder is one of this kind, damaged or not."""

    def config(self, folder: Path) -> Config:
        """Its configuration, as a config.json in the Hugging Face layout would say it.

        Raises KnownError("model.damaged"), OtherSettingsError, UnknownFamilyError, KeyError where it lacks something.
        """

    def tokenizer_files(self, folder: Path) -> list[Path]:
        """Those that decide its tokenizer, as far as they are there; the first decides most."""

    def weight_files(self, folder: Path) -> list[Path]:
        """Those that hold its weights, whether they are there or not. Raises OSError or ValueError."""

    def said(self, folder: Path) -> Mapping[str, Any]:
        """What it says of itself: “name”, “languages”, “licence”, “trained_on”, “quantisation”, as far as it does."""

    def beside(self, folder: Path) -> dict[str, str]:
        """What else is said of the model in small files, by their names, which goes where the model goes."""

    def held(self, folder: Path, family: Family) -> int:
        """How many numbers its weights hold at most, as far as that can be told without reading them.

        Raises OSError, ReasonError, OtherSettingsError or KnownError where they are not those of such a network.
        """

    def tokenizer(self, folder: Path, config: Config, family: Family) -> Tokenizer:
        """With as many tokens as its network. Raises KnownError("model.damaged")."""

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        """Fill a network of its configuration with its weights.

        Raises ValueError, KeyError, OSError, or a library's own error, where they are not whole or another network's.
        """
