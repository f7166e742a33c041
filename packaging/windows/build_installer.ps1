# Make an installer of Shortlist, on Windows 10 or 11: powershell -File packaging\windows\build_installer.ps1
#
# It has not been run by us: we have no Windows. It needs Python 3.11 (py.exe) and Inno Setup 6 (iscc.exe).
# To hand the installer to others, sign it: -SignTool names a command that signs a file, such as
#   -SignTool 'signtool sign /fd sha256 /tr http://timestamp.digicert.com /td sha256 /a'
param([string]$SignTool = "")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments ended with status $LASTEXITCODE" }
}

if (-not (Test-Path ".venv\Scripts\python.exe")) { Invoke-Checked "py" @("-3.11", "-m", "venv", ".venv") }
$python = ".venv\Scripts\python.exe"
Invoke-Checked $python @("-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", "requirements\dev.txt")
$version = & $python -c "from core import __version__; print(__version__)"

# The sign in the sizes that Windows asks for; Qt writes them as one file.
Invoke-Checked $python @("packaging\windows\icon.py", "build\shortlist.ico")
$env:SHORTLIST_ICON = (Resolve-Path "build\shortlist.ico").Path
Invoke-Checked $python @("-m", "PyInstaller", "packaging\shortlist.spec", "--noconfirm", "--log-level", "WARN")

# The same checks as everywhere: it starts, opens a window, and makes a clip.
Invoke-Checked "dist\shortlist\shortlist-cli.exe" @("--self-test")
if ($SignTool) { Invoke-Expression "$SignTool dist\shortlist\shortlist.exe dist\shortlist\shortlist-cli.exe" }

$compiler = (Get-Command "iscc.exe" -ErrorAction SilentlyContinue).Source
if (-not $compiler) { $compiler = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" }
Invoke-Checked $compiler @("/Qp", "/DVersion=$version", "packaging\windows\shortlist.iss")
$installer = "dist\Shortlist-$version-setup.exe"
if ($SignTool) { Invoke-Expression "$SignTool $installer" }
"{0}: {1:N0} MB" -f $installer, ((Get-Item $installer).Length / 1MB)
