; Inno Setup script; build.py runs it on Windows after PyInstaller, with /DVersion=... .
[Setup]
AppId=io.github.neuron_inspector.NeuronInspector
AppName=Neuron Inspector
AppVersion={#Version}
AppPublisher=The Neuron Inspector developers
DefaultDirName={autopf}\Neuron Inspector
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=neuron-inspector-{#Version}-setup
SetupIconFile=..\icons\inspector.ico
Compression=lzma2
SolidCompression=yes
ArchitecturesInstallIn64BitMode=x64compatible

[Files]
Source: "..\..\dist\neuron-inspector\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Neuron Inspector"; Filename: "{app}\neuron-inspector.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\neuron-inspector"; ValueType: string; ValueData: "URL:Neuron Inspector"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\neuron-inspector"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\neuron-inspector\shell\open\command"; ValueType: string; ValueData: """{app}\neuron-inspector.exe"" ""%1"""
