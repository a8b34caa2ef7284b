"""Which language a paragraph is in."""

from __future__ import annotations

from workbench.ground.scripts import DENSE, count

FEWEST_LETTERS = 30  # a shorter passage could be in many languages

# What the library tells apart, and the names of three letters that people write for them (ISO 639-2, both kinds).
RECOGNISED = {
    "af": "afr", "am": "amh", "an": "arg", "ar": "ara", "as": "asm", "az": "aze", "ba": "bak", "be": "bel", "bg": "bul",
    "bn": "ben", "br": "bre", "bs": "bos", "ca": "cat", "cs": "ces cze", "cy": "cym wel", "da": "dan", "de": "deu ger",
    "dz": "dzo", "el": "ell gre", "en": "eng", "eo": "epo", "es": "spa", "et": "est", "eu": "eus baq", "fa": "fas per",
    "fi": "fin", "fo": "fao", "fr": "fra fre", "fy": "fry", "ga": "gle", "gd": "gla", "gl": "glg", "gu": "guj",
    "ha": "hau", "he": "heb", "hi": "hin", "hr": "hrv", "ht": "hat", "hu": "hun", "hy": "hye arm", "id": "ind",
    "ig": "ibo", "is": "isl ice", "it": "ita", "ja": "jpn", "jv": "jav", "ka": "kat geo", "kk": "kaz", "km": "khm",
    "kn": "kan", "ko": "kor", "ku": "kur", "ky": "kir", "la": "lat", "lb": "ltz", "lg": "lug", "ln": "lin", "lo": "lao",
    "lt": "lit", "lv": "lav", "mg": "mlg", "mk": "mkd mac", "ml": "mal", "mn": "mon", "mr": "mar", "ms": "msa may",
    "mt": "mlt", "my": "mya bur", "ne": "nep", "nl": "nld dut", "nn": "nno", "no": "nor nb nob", "oc": "oci",
    "om": "orm", "or": "ori", "pa": "pan", "pl": "pol", "ps": "pus", "pt": "por", "qu": "que", "ro": "ron rum",
    "ru": "rus", "rw": "kin", "sa": "san", "se": "sme", "si": "sin", "sk": "slk slo", "sl": "slv", "sn": "sna",
    "so": "som", "sq": "sqi alb", "sr": "srp", "st": "sot", "sv": "swe", "sw": "swa", "ta": "tam", "te": "tel",
    "tg": "tgk", "th": "tha", "tk": "tuk", "tl": "tgl fil", "tr": "tur", "tt": "tat", "ug": "uig", "uk": "ukr",
    "ur": "urd", "uz": "uzb", "vi": "vie", "vo": "vol", "wa": "wln", "xh": "xho", "yo": "yor", "zh": "zho chi cmn",
    "zu": "zul",
    **dict.fromkeys(("ace", "ary", "arz", "bcl", "crh", "fuv", "gcf", "gcr", "gom", "grc", "gug", "guw", "hbo", "kab",
                     "kik", "lij", "ltg", "nso", "pcm", "sdh", "uzs", "vec", "wuu", "yue"), ""),
}  # fmt: skip
# What somebody who asks for a language would not call another one.
_KINDS = {
    "zh": ("yue", "wuu"), "ar": ("ary", "arz"), "no": ("nn", "nb"), "ku": ("sdh",), "uz": ("uzs",), "el": ("grc",),
    "he": ("hbo",),
}  # fmt: skip


def known_codes(code: str) -> tuple[str, ...]:
    """The codes that `language_of` gives for a language by its code of two or three letters: “de”, “deu”, “pt-BR”.

    Empty for a language that it cannot recognise.
    """
    code = code.casefold().partition("-")[0]
    found = next((short for short, long in RECOGNISED.items() if code == short or code in long.split()), None)
    return () if found is None else (found, *_KINDS.get(found, ()))


def load() -> None:
    """Have the library's model at hand: unpacking it takes a second, in which nothing else could be heard."""
    import py3langid

    py3langid.classify("")


def language_of(text: str) -> str:
    """The ISO 639-1 code of the likeliest language; empty for a passage that is too short to tell."""
    sample = text[:1_000]
    letters = sum(character.isalpha() for character in sample)
    if letters + 2 * count(DENSE, sample) < FEWEST_LETTERS:
        return ""
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
