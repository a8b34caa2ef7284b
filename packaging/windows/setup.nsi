; Installs Nextword Workbench for one person, without an administrator. Made by steps/windows.py, which gives
; VERSION, LAYOUT (the folder), RUNTIME (what the libraries were made of), SIZE (kB), OUT (the file) and ICON.
;     setup.exe /S [/D=FOLDER]     installs without a question; exit status 3: the program is open
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include LogicLib.nsh

!define NAME "Nextword Workbench"
!define ID "nextword-workbench"
!define TYPE "NextwordWorkbench.Project"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define IS_OPEN 3 ; the exit status where the program is open and nobody can be asked

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
SetCompressor lzma
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${ID}" "Place"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${ID}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language of setup"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LAYOUT}\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${ID}.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString OPEN ${LANG_ENGLISH} "${NAME} is open. Close it, then go on."
LangString OPEN ${LANG_SIMPCHINESE} "${NAME} 正在运行。请先关闭它，然后继续。"
LangString TYPE_NAME ${LANG_ENGLISH} "Nextword project"
LangString TYPE_NAME ${LANG_SIMPCHINESE} "Nextword 项目"
LangString LEFT ${LANG_ENGLISH} "Removed. Your projects, settings and models were left where they are."
LangString LEFT ${LANG_SIMPCHINESE} "已卸载。你的项目、设置和模型都原样保留。"
LangString OTHERS ${LANG_ENGLISH} "There are other files in this folder. Choose an empty one, or one that does not exist yet."
LangString OTHERS ${LANG_SIMPCHINESE} "这个文件夹里有其他文件。请选择一个空文件夹，或一个还不存在的文件夹。"

; A program that runs cannot be opened for writing. Asks until it is closed; where nobody can be asked, gives up before
; anything was touched.
!macro WaitUntilClosed
    ${Do}
        StrCpy $0 "closed"
        ${If} ${FileExists} "$INSTDIR\${ID}.exe"
            ClearErrors
            FileOpen $1 "$INSTDIR\${ID}.exe" a
            ${If} ${Errors}
                StrCpy $0 "open"
            ${Else}
                FileClose $1
            ${EndIf}
            ClearErrors
            FileOpen $1 "$INSTDIR\${ID}.com" a
            ${If} ${Errors}
                StrCpy $0 "open"
            ${Else}
                FileClose $1
            ${EndIf}
        ${EndIf}
        ${If} $0 == "closed"
            ${ExitDo}
        ${EndIf}
        IfSilent 0 +3
            SetErrorLevel ${IS_OPEN}
            Quit
        MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(OPEN)" IDOK +3
            SetErrorLevel ${IS_OPEN}
            Quit
    ${Loop}
    ClearErrors
!macroend

; What setup has put there, and no more: a folder "data" with all of a person's is left.
!macro TakeAway KEEP_RUNTIME
    RMDir /r "$INSTDIR\app"
    ${If} "${KEEP_RUNTIME}" != "yes"
        RMDir /r "$INSTDIR\runtime"
    ${EndIf}
    Delete "$INSTDIR\${ID}.exe"
    Delete "$INSTDIR\${ID}.com"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\CHANGELOG.md"
    Delete "$INSTDIR\THIRD-PARTY.txt"
!macroend

Function .onInit
    !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; A folder with something else in it is refused: removing the program would not know what is whose. A folder "data" is
; what a removed program left.
Function IsOursOrEmpty
    StrCpy $0 "yes"
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
        Return
    ${EndIf}
    FindFirst $1 $2 "$INSTDIR\*.*"
    ${DoWhile} $2 != ""
        ${If} $2 != "."
        ${AndIf} $2 != ".."
        ${AndIf} $2 != "data"
            StrCpy $0 "no"
        ${EndIf}
        FindNext $1 $2
    ${Loop}
    FindClose $1
FunctionEnd

Section "-install"
    Call IsOursOrEmpty
    ${If} $0 == "no"
        MessageBox MB_OK|MB_ICONSTOP "$(OTHERS)" /SD IDOK
        SetErrorLevel 2
        Abort
    ${EndIf}
    !insertmacro WaitUntilClosed
    SetOutPath "$INSTDIR"
    ; The libraries are nine tenths of it and change seldom: where they are the same, they stay.
    StrCpy $2 "no"
    ReadRegStr $1 HKCU "Software\${ID}" "Runtime"
    ${If} $1 == "${RUNTIME}"
    ${AndIf} ${FileExists} "$INSTDIR\runtime\runtime.json"
        StrCpy $2 "yes"
    ${EndIf}
    DeleteRegValue HKCU "Software\${ID}" "Runtime" ; half of them is not them
    ${If} $2 == "yes"
        !insertmacro TakeAway "yes"
    ${Else}
        !insertmacro TakeAway "no"
        File /r "${LAYOUT}\runtime"
    ${EndIf}
    File /r "${LAYOUT}\app"
    File "${LAYOUT}\${ID}.exe"
    File "${LAYOUT}\${ID}.com"
    File "${LAYOUT}\LICENSE"
    File "${LAYOUT}\CHANGELOG.md"
    File "${LAYOUT}\THIRD-PARTY.txt"
    WriteRegStr HKCU "Software\${ID}" "Place" "$INSTDIR"
    WriteRegStr HKCU "Software\${ID}" "Runtime" "${RUNTIME}"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${ID}.exe"
    WriteRegStr HKCU "Software\Classes\.nextword" "" "${TYPE}"
    WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(TYPE_NAME)"
    WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\${ID}.exe,0"
    WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\${ID}.exe" "%1"'

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${ID}.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Nextword Workbench authors"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; the desktop reads the types of files again
SectionEnd

Function un.onInit
    !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
    !insertmacro WaitUntilClosed
    !insertmacro TakeAway "no"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; stays where something of the person's is in it
    Delete "$SMPROGRAMS\${NAME}.lnk"
    ReadRegStr $1 HKCU "Software\Classes\.nextword" ""
    ${If} $1 == "${TYPE}"
        DeleteRegKey HKCU "Software\Classes\.nextword"
    ${EndIf}
    DeleteRegKey HKCU "Software\Classes\${TYPE}"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\${ID}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    DetailPrint "$(LEFT)"
SectionEnd
