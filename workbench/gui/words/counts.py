"""Sentences with the number of something, in the form that goes with it: "1 run waits", "2 runs wait".

lupdate files a `tr` under the name before its point, and knows from the third argument that there are several forms;
`QCoreApplication.translate` it believes this of for a written number alone. Qt's own `tr` finds no form for an object
whose class inherits the sentence.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


class _Counts:
    def tr(self, text: str, comment: str, number: int) -> str:
        """`text` with the number in place of its %Ln; the other placeholders are left to be filled in."""
        return QCoreApplication.translate("Counts", text, comment, number)


Counts = _Counts()
