; The installer for Windows (Inno Setup 6.3 or newer): for one user, without an administrator.
; First the bundle and the icon, then this, with the version of pyproject.toml:
;   pyinstaller --noconfirm --workpath build packaging\rhythmcap.spec
;   python packaging\program_icons.py
;   iscc /DVersion=0.1.0 packaging\windows\rhythmcap.iss
; What a user has made (%LOCALAPPDATA%\RhythmCap) stays when the program goes.

#ifndef Version
  #error iscc /DVersion=... is missing
#endif
#define Root "..\.."

[Setup]
AppId={{6B0E9E5C-6E1A-4C53-9A5C-3C1C8B7F4D21}
AppName=RhythmCap
AppVersion={#Version}
AppVerName=RhythmCap {#Version}
AppPublisher=The RhythmCap authors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\RhythmCap
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\rhythmcap.ico
UninstallDisplayIcon={app}\rhythmcap.exe
OutputDir={#Root}\dist
OutputBaseFilename=RhythmCap-{#Version}-windows-x64
Compression=lzma2/max
SolidCompression=yes
LZMANumBlockThreads=4
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "it"; MessagesFile: "compiler:Languages\Italian.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.OpenSounds=Offer RhythmCap under "Open with" for sound files
de.OpenSounds=RhythmCap unter „Öffnen mit“ für Audiodateien anbieten
it.OpenSounds=Offrire RhythmCap in «Apri con» per i file audio
es.OpenSounds=Ofrecer RhythmCap en «Abrir con» para los archivos de sonido
en.Request=Songs to be tagged in RhythmCap
de.Request=Stücke zum Taggen in RhythmCap
it.Request=Brani da etichettare in RhythmCap
es.Request=Canciones por etiquetar en RhythmCap
en.Answer=Tags from a colleague for RhythmCap
de.Answer=Tags von Kollegen für RhythmCap
it.Answer=Etichette di un collega per RhythmCap
es.Answer=Etiquetas de un colega para RhythmCap

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "opensounds"; Description: "{cm:OpenSounds}"

[InstallDelete]
; libraries of a former version would be loaded beside the new ones
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\rhythmcap\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "{#Root}\build\rhythmcap.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\RhythmCap"; Filename: "{app}\rhythmcap.exe"; IconFilename: "{app}\rhythmcap.ico"
Name: "{autodesktop}\RhythmCap"; Filename: "{app}\rhythmcap.exe"; IconFilename: "{app}\rhythmcap.ico"; Tasks: desktopicon

[Registry]
; the two kinds of file with a suffix of their own
Root: HKA; Subkey: "Software\Classes\.rhythmcap-ask"; ValueType: string; ValueData: "RhythmCap.Request"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\RhythmCap.Request"; ValueType: string; ValueData: "{cm:Request}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\RhythmCap.Request\DefaultIcon"; ValueType: string; ValueData: "{app}\rhythmcap.ico"
Root: HKA; Subkey: "Software\Classes\RhythmCap.Request\shell\open\command"; ValueType: string; ValueData: """{app}\rhythmcap.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.rhythmcap-answer"; ValueType: string; ValueData: "RhythmCap.Answer"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\RhythmCap.Answer"; ValueType: string; ValueData: "{cm:Answer}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\RhythmCap.Answer\DefaultIcon"; ValueType: string; ValueData: "{app}\rhythmcap.ico"
Root: HKA; Subkey: "Software\Classes\RhythmCap.Answer\shell\open\command"; ValueType: string; ValueData: """{app}\rhythmcap.exe"" ""%1"""
; "Open with": for sound files, models (zip) and libraries (db), never in anybody's place
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "RhythmCap"; Tasks: opensounds; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\DefaultIcon"; ValueType: string; ValueData: "{app}\rhythmcap.ico"; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\shell\open\command"; ValueType: string; ValueData: """{app}\rhythmcap.exe"" ""%1"""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".aac"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".ac3"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".aif"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".aifc"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".aiff"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".alac"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".amr"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".ape"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".au"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".bw64"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".caf"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".dsf"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".dts"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".eac3"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".flac"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".gsm"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".m4a"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".m4b"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".mka"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".mlp"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".mp2"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".mp3"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".mp4"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".mpc"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".mpga"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".oga"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".ogg"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".opus"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".ra"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".rf64"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".snd"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".spx"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".tak"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".tta"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".voc"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".w64"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".wav"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".wave"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".weba"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".webm"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".wma"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".wv"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".xi"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".db"; ValueData: ""; Tasks: opensounds
Root: HKA; Subkey: "Software\Classes\Applications\rhythmcap.exe\SupportedTypes"; ValueType: string; ValueName: ".zip"; ValueData: ""; Tasks: opensounds

[Run]
Filename: "{app}\rhythmcap.exe"; Description: "{cm:LaunchProgram,RhythmCap}"; Flags: nowait postinstall skipifsilent
