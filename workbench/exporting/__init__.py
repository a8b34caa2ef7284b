"""Taking things out of the program: models in other programs' formats, measurements, reports, whole projects."""
