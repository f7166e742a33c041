#!/usr/bin/env bash
# Set up what a make target needs: `scripts/setup.sh run` or `scripts/setup.sh dev` (run, plus tests and checks).
#
# Makes .venv with the locked packages and, on Debian and its relatives, installs missing system libraries through
# apt where we are root or sudo asks for no password; elsewhere it prints what is missing. Nothing is done twice:
# a stamp in .venv names the lock that was installed, so a second call returns in a few hundredths of a second.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

profile="${1:-run}"
case "$profile" in run | dev) ;; *) echo "usage: scripts/setup.sh run|dev" >&2; exit 2 ;; esac

# Without these nothing starts: Qt's own libraries (offscreen too), OpenCV's and MediaPipe's.
required=(libegl1 libgl1 libgles2 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libgssapi-krb5-2)
# Without these something is poorer: sound, a window under X11 or Wayland, captions in other scripts and emoji.
wanted=(
    libpulse0 libxrandr2
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0 libwayland-cursor0
    fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
)
# Tests drive a real window and a real browser, and hear synthetic voices.
[ "$profile" = dev ] && wanted+=(xvfb xdotool espeak-ng chromium chromium-driver)

say() { printf 'setup: %s\n' "$*" >&2; }

# Print those of the given Debian packages that are not installed.
missing_packages() {
    local known
    known="$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)"
    local package
    for package in "$@"; do
        grep -qx "$package installed" <<<"$known" || printf '%s\n' "$package"
    done
}

# Print the prefix that makes a command run as root, or fail where that is not possible without asking.
root_prefix() {
    if [ "$(id -u)" = 0 ]; then echo env; return; fi
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then echo "sudo -n env"; return; fi
    return 1
}

apt_install() {
    local prefix
    prefix="$(root_prefix)" || return 1
    say "installing through apt: $*"
    local log=.venv-apt.log
    if { $prefix DEBIAN_FRONTEND=noninteractive apt-get update \
        && $prefix DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"; } >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    say "apt could not install them; its last words:"
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
}

has_apt() { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }

set_up_libraries() {
    has_apt || return 0
    local missing
    mapfile -t missing < <(missing_packages "${required[@]}" "${wanted[@]}")
    [ ${#missing[@]} -gt 0 ] || return 0
    apt_install "${missing[@]}" && return 0
    say "these system packages are missing, and installing them needs root:"
    say "    sudo apt-get install --no-install-recommends ${missing[*]}"
    mapfile -t missing < <(missing_packages "${required[@]}")
    if [ ${#missing[@]} -gt 0 ]; then
        say "it can't start without: ${missing[*]}"
        exit 1
    fi
    say "going on without them: sound, windows or some scripts may be missing"
}

# The lock was made for these versions of Python.
is_usable_python() {
    "$1" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
    local candidate
    for candidate in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3 python; do
        if command -v "$candidate" >/dev/null && is_usable_python "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

set_up_venv() {
    local python
    if ! python="$(find_python)"; then
        has_apt && apt_install python3 python3-venv && python="$(find_python)" || {
            say "Python 3.11, 3.12 or 3.13 is needed and was not found (set PYTHON=/path/to/python3 if it lies elsewhere)"
            exit 1
        }
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian keeps these two modules of Python in a package of their own, named after the version.
        local package
        package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
        if ! { has_apt && apt_install "$package" && "$python" -c 'import ensurepip, venv'; }; then
            say "$python can't make virtual environments; with root: apt-get install $package"
            exit 1
        fi
    fi
    say "making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
}

# What is installed: this lock, in this folder (scripts in .venv carry the folder's name).
stamp_of() { { echo "$PWD"; cat "requirements/$1.txt"; } | sha256sum | cut -d ' ' -f 1; }
is_stamped() { [ "$(cat ".venv/.$1.stamp" 2>/dev/null)" = "$(stamp_of "$1")" ]; }

set_up_packages() {
    if [ -x .venv/bin/python ] && is_stamped "$profile"; then return 0; fi
    [ -x .venv/bin/python ] && [ -d .venv/lib ] && is_usable_python .venv/bin/python || set_up_venv
    say "installing the locked packages (a few minutes the first time)"
    # On a terminal pip shows what it loads; a log needs only what went wrong.
    local quiet=(--quiet)
    [ -t 2 ] && quiet=()
    .venv/bin/python -m pip install "${quiet[@]}" --disable-pip-version-check --no-input --no-deps --require-hashes \
        --prefer-binary -r "requirements/$profile.txt"
    # The lock for development holds all that running needs.
    if [ "$profile" = dev ]; then stamp_of run >.venv/.run.stamp; fi
    stamp_of "$profile" >".venv/.$profile.stamp"
    say "ready"
}

# One at a time: two terminals may start at once.
if command -v flock >/dev/null; then
    exec 9>>.setup.lock
    flock 9
fi
set_up_libraries
set_up_packages
