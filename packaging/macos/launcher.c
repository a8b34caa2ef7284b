/* What the Dock starts: runs the Python that lies in the program's own folder, in this process, so that menu bar, Dock
   and permissions are this program's and not an interpreter's. Tried on Linux too, where only the names differ. */
#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#define LIBRARY "libpython3.13.dylib"
#else
#define LIBRARY "libpython3.13.so.1.0"
#endif

#define MORE 4 /* words before the person's own: the interpreter, -I, -m, workbench */

static const char *const OF_OTHERS[] = {
    "DYLD_LIBRARY_PATH", "LD_LIBRARY_PATH", "PYTHONHOME",    "PYTHONPATH", "PYTHONSTARTUP",
    "QT_PLUGIN_PATH",    "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH",
};

static int failed(const char *what) {
    fprintf(stderr, "Nextword Workbench could not be started: %s\n", what);
    return 1;
}

static int own_path(char *path) {
    char raw[PATH_MAX];
#ifdef __APPLE__
    uint32_t size = sizeof raw;
    if (_NSGetExecutablePath(raw, &size)) return 0;
#else
    ssize_t size = readlink("/proc/self/exe", raw, sizeof raw - 1);
    if (size < 0) return 0;
    raw[size] = 0;
#endif
    return realpath(raw, path) != NULL;
}

int main(int count, char **words) {
    char path[PATH_MAX], folder[PATH_MAX], library[PATH_MAX + 64], python[PATH_MAX + 64];
    if (!own_path(path)) return failed("its own place is not known");
    snprintf(folder, sizeof folder, "%s/Resources/nextword-workbench", dirname(dirname(path)));
    snprintf(library, sizeof library, "%s/runtime/lib/" LIBRARY, folder);
    snprintf(python, sizeof python, "%s/runtime/bin/python3.13", folder);
    for (size_t each = 0; each < sizeof OF_OTHERS / sizeof *OF_OTHERS; each++) unsetenv(OF_OTHERS[each]);
    /* A folder "data" beside the application keeps everything: inside it would break the signature. */
    setenv("NEXTWORD_LAUNCHER", dirname(dirname(path)), 1);

    void *loaded = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
    if (!loaded) return failed(dlerror());
    int (*run)(int, char **) = (int (*)(int, char **))dlsym(loaded, "Py_BytesMain");
    if (!run) return failed(dlerror());
    char **all = calloc(count + MORE, sizeof *all);
    all[0] = python; /* by which Python finds its library, and what it starts processes with */
    all[1] = "-I";
    all[2] = "-m";
    all[3] = "workbench";
    for (int each = 1; each < count; each++) all[MORE + each - 1] = words[each];
    return run(count + MORE - 1, all);
}
