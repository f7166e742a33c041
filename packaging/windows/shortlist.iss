; Inno Setup 6: an installer of the frozen program, for one user without an administrator, or for all of a machine.
; build_installer.ps1 runs it and gives it the version. It has not been run by us.

#ifndef Version
  #error build_installer.ps1 gives the version
#endif

[Setup]
AppId={{7C0C7A0E-6E0B-4A58-9B0B-5B0A6C1A6C55}
AppName=Shortlist
AppVersion={#Version}
AppPublisher=The Shortlist authors
DefaultDirName={autopf}\Shortlist
DefaultGroupName=Shortlist
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=Shortlist-{#Version}-setup
SetupIconFile=..\..\build\shortlist.ico
UninstallDisplayIcon={app}\shortlist.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.OpenWith=Offer Shortlist for video files
de.OpenWith=Shortlist für Videodateien anbieten
en.StyleFile=Shortlist style
de.StyleFile=Shortlist-Stil

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "openwith"; Description: "{cm:OpenWith}"

[InstallDelete]
; Libraries of an older version that are no longer part of this one would be loaded all the same.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\shortlist\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Shortlist"; Filename: "{app}\shortlist.exe"
Name: "{autodesktop}\Shortlist"; Filename: "{app}\shortlist.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.shortliststyle"; ValueType: string; ValueData: "Shortlist.Style"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Shortlist.Style"; ValueType: string; ValueData: "{cm:StyleFile}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Shortlist.Style\DefaultIcon"; ValueType: string; ValueData: "{app}\shortlist.exe,0"
Root: HKA; Subkey: "Software\Classes\Shortlist.Style\shell\open\command"; ValueType: string; ValueData: """{app}\shortlist.exe"" ""%1"""
; Offered among others for videos; nothing that the user chose is changed.
Root: HKA; Subkey: "Software\Classes\Applications\shortlist.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Shortlist"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\shortlist.exe\shell\open\command"; ValueType: string; ValueData: """{app}\shortlist.exe"" ""%1"""; Tasks: openwith
#define Offer(Suffix) "Root: HKA; Subkey: ""Software\Classes\Applications\shortlist.exe\SupportedTypes""; ValueType: string; ValueName: """ + Suffix + """; ValueData: """"; Tasks: openwith"
#emit Offer(".mp4")
#emit Offer(".mov")
#emit Offer(".mkv")
#emit Offer(".webm")
#emit Offer(".avi")
#emit Offer(".m4v")
#emit Offer(".mpg")
#emit Offer(".ts")
#emit Offer(".mts")
#emit Offer(".mxf")
#emit Offer(".mp3")
#emit Offer(".m4a")
#emit Offer(".wav")

[Run]
Filename: "{app}\shortlist.exe"; Description: "{cm:LaunchProgram,Shortlist}"; Flags: nowait postinstall skipifsilent
