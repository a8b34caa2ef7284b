/* Starts Nextword Workbench with the Python that lies beside this file, and with nothing of another Python's.

   Built twice: nextword-workbench.exe for the menu, and with -DCONSOLE nextword-workbench.com, which a terminal finds
   first and waits for. It stays while the program runs, so that an installer sees that the program is open, and takes
   the program with it when it is ended. */
#include <windows.h>

#include <wchar.h>

#define LONGEST 32768 /* characters: what Windows takes as a command line */

#ifdef CONSOLE
static const WCHAR INTERPRETER[] = L"python.exe";
#else
static const WCHAR INTERPRETER[] = L"pythonw.exe";
#endif

static const WCHAR *const OF_OTHERS[] = {
    L"PYTHONHOME", L"PYTHONPATH", L"PYTHONSTARTUP", L"QT_PLUGIN_PATH", L"QT_QPA_PLATFORM_PLUGIN_PATH", L"QML2_IMPORT_PATH",
};

/* What stands behind the program's own name, as it was written: quotes and spaces are the program's to read. */
static const WCHAR *arguments(const WCHAR *line) {
    BOOL is_quoted = FALSE;
    for (; *line && (is_quoted || (*line != L' ' && *line != L'\t')); line++)
        if (*line == L'"') is_quoted = !is_quoted;
    return line;
}

static int failed(const WCHAR *command) {
    WCHAR said[LONGEST + 100];
    _snwprintf(said, LONGEST + 100, L"Nextword Workbench could not be started (%lu):\n%ls", GetLastError(), command);
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", said);
#else
    MessageBoxW(NULL, said, L"Nextword Workbench", MB_ICONERROR);
#endif
    return 1;
}

static int start(void) {
    static WCHAR folder[LONGEST], command[LONGEST + 200];
    GetModuleFileNameW(NULL, folder, LONGEST);
    *wcsrchr(folder, L'\\') = 0;
    for (size_t each = 0; each < sizeof OF_OTHERS / sizeof *OF_OTHERS; each++) SetEnvironmentVariableW(OF_OTHERS[each], NULL);
    SetEnvironmentVariableW(L"NEXTWORD_LAUNCHER", folder); /* a folder "data" beside this file keeps everything */
    if (_snwprintf(command, LONGEST, L"\"%ls\\runtime\\%ls\" -I -m workbench%ls", folder, INTERPRETER,
                   arguments(GetCommandLineW())) < 0)
        return failed(L"the command is too long");

    HANDLE job = CreateJobObjectW(NULL, NULL);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);

    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION process;
    DWORD status = 1;
    if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &how, &process)) return failed(command);
    AssignProcessToJobObject(job, process.hProcess);
    ResumeThread(process.hThread);
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    return (int)status;
}

#ifdef CONSOLE
static BOOL WINAPI leave_it_to_the_program(DWORD signal) { return signal == CTRL_C_EVENT || signal == CTRL_BREAK_EVENT; }

int wmain(void) {
    SetConsoleCtrlHandler(leave_it_to_the_program, TRUE);
    return start();
}
#else
int WINAPI wWinMain(HINSTANCE program, HINSTANCE before, PWSTR line, int show) { return start(); }
#endif
