; The Windows installer, for one user, without the administrator. build.py runs it after PyInstaller, on Windows; makensis
; also runs on Linux, where the tests compile it:  makensis -DVERSION=0.1.0 -DFOLDER=the\built\folder -DOUT=setup.exe
; NSIS packs 2 GB at most: enough for torch as Windows gets it (CPU), not for CUDA's libraries.
Unicode true
!ifdef TARGET ; amd64-unicode where makensis has it; the installer is a program of 32 bits else
  Target "${TARGET}"
!endif
!include MUI2.nsh
!include FileFunc.nsh

!define TITLE "Neuron Inspector"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\NeuronInspector"
!define LAUNCHER "neuron-inspector-window.exe"

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${TITLE}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${TITLE} Setup"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "..\icons\inspector.ico"
!define MUI_UNICON "..\icons\inspector.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${LAUNCHER}"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

!macro OpenedWith CLASS
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\${LAUNCHER},0"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\${LAUNCHER}" "%1"'
!macroend

Section
  ; What an older version left would be loaded with the new one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${LAUNCHER}"

  ; neuron-inspector://network/node/unit
  WriteRegStr HKCU "${CLASSES}\neuron-inspector" "" "URL:${TITLE}"
  WriteRegStr HKCU "${CLASSES}\neuron-inspector" "URL Protocol" ""
  !insertmacro OpenedWith "neuron-inspector"
  ; Weights: offered under "Open with", never taken from another program.
  WriteRegStr HKCU "${CLASSES}\NeuronInspector.Weights" "" "Weights of a neural network"
  !insertmacro OpenedWith "NeuronInspector.Weights"
  WriteRegStr HKCU "${CLASSES}\.safetensors\OpenWithProgids" "NeuronInspector.Weights" ""

  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${LAUNCHER}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Neuron Inspector developers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  ; Never the whole folder: it may have been there before, with files of the user.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\neuron-inspector.exe"
  Delete "$INSTDIR\${LAUNCHER}"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\NOTICES.txt"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  DeleteRegKey HKCU "${CLASSES}\neuron-inspector"
  DeleteRegKey HKCU "${CLASSES}\NeuronInspector.Weights"
  DeleteRegValue HKCU "${CLASSES}\.safetensors\OpenWithProgids" "NeuronInspector.Weights"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
