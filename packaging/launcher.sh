#!/bin/sh
# Starts Nextword Workbench with the Python and the libraries that lie beside this file, and with no others.
here=$(dirname "$(readlink -f "$0")")
unset LD_LIBRARY_PATH PYTHONPATH PYTHONHOME PYTHONSTARTUP QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH QML2_IMPORT_PATH
# A folder “data” beside this file keeps everything that the program writes of itself.
export NEXTWORD_LAUNCHER="$here"
exec "$here/runtime/bin/python3.13" -I -m workbench "$@"
