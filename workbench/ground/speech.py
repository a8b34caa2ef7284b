"""Which language a person reads, and what speaks it where no window is."""

from __future__ import annotations

import ctypes
import locale
import os
import sys
from collections.abc import Mapping
from functools import cache

from workbench.ground.resources import resource
from workbench.messages.chinese import Chinese
from workbench.messages.rendering import ENGLISH, Language
from workbench.messages.translations import read_translations

SYSTEM, EN, ZH_HANS = "system", "en", "zh_Hans"
LANGUAGES = {EN: "English", ZH_HANS: "简体中文"}  # each by its own name, so that whoever reads it finds it
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says something counts
_TRADITIONAL = {"tw", "hk", "mo", "hant"}


def known_language(name: str) -> str | None:
    """The code of one of LANGUAGES for a name such as zh, zh-CN, zh_SG.UTF-8 or en_GB; None for another language."""
    parts = name.split(".")[0].split("@")[0].replace("-", "_").lower().split("_")
    if parts[0] == "zh" and ("hans" in parts or not _TRADITIONAL & set(parts)):
        return ZH_HANS
    return EN if parts[0] == "en" else None


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """What the system says that its messages are to be in; English where it names another language or none."""
    said = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    if not said and sys.platform == "win32":
        said = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return known_language(said) or EN


@cache
def spoken_by(code: str) -> Language:
    """What writes sentences in one of LANGUAGES."""
    if code == ZH_HANS:
        return Chinese(read_translations(resource(f"translations/workbench_{code}.ts")))
    return ENGLISH
