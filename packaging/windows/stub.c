/* Stands for Python where only the installation is tried: prints what it was given, and stays while a file says so. */
#include <windows.h>

#include <stdio.h>
#include <wchar.h>

int wmain(int count, WCHAR **words) {
    for (int each = 1; each < count; each++) wprintf(L"[%ls]", words[each]);
    wprintf(L" PYTHONHOME %ls\n", _wgetenv(L"PYTHONHOME") ? L"is set" : L"is not set");
    fflush(stdout);
    const WCHAR *busy = _wgetenv(L"NEXTWORD_STAY_WHILE");
    while (busy && GetFileAttributesW(busy) != INVALID_FILE_ATTRIBUTES) Sleep(50);
    return 7;
}
