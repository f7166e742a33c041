#!/usr/bin/env bash
# Install the Debian package into a bare Debian and use it there as a person would: packaging/linux/check.sh FILE.deb
#
# The system is made by debootstrap in a folder of its own (CHECK_FOLDER, kept for the next time): it has no Python
# and nothing of this checkout. The package is installed by apt, which must find all that it depends on. Then the
# program runs as an ordinary user, without a network, from /opt and once more from a folder with spaces and letters
# beyond ASCII in its name: the self-test, the main job, and the window on an X server of its own, of which a
# picture is kept. Needs root, debootstrap, xvfb, xdotool and iproute2; the picture is taken with the checkout's .venv.
#
# CHECK_WEIGHTS=FOLDER lends it models; without, it works without any.
set -euo pipefail

package="$(realpath "${1:?usage: packaging/linux/check.sh FILE.deb}")"
folder="${CHECK_FOLDER:-/var/tmp/shortlist-check}"
here="$(realpath "$(dirname "$0")")"
suite="${CHECK_SUITE:-bookworm}"
mirror="${CHECK_MIRROR:-http://deb.debian.org/debian}"
display="${CHECK_DISPLAY:-:93}"
root="$folder/root"
person=12345
home="/home/Änne Müller"
odd="/srv/Über uns – 節目 (2)"
weights="${CHECK_WEIGHTS:-}"

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail "this needs root: it makes a system of its own"

xvfb=
ours=()
leave() {
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    local place
    for place in "${ours[@]}"; do umount -lR "$place" 2>/dev/null || true; done
}
trap leave EXIT

# Mount something inside the system, until the end.
lend() {
    mkdir -p "$2"
    mount --rbind "$1" "$2"
    mount --make-rslave "$2"
    ours=("$2" "${ours[@]}")
    [ "${3:-}" != read-only ] || mount -o remount,bind,ro "$2"
}

# Run a command inside the system, as an ordinary user, without a network but for the machine itself.
as_person() {
    unshare --net --pid --fork --kill-child --mount-proc="$root/proc" sh -c 'ip link set lo up && exec "$@"' sh \
        chroot --userspec="$person:$person" "$root" \
        env -i HOME="$home" USER=person PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 TZ=UTC \
        ${weights:+SHORTLIST_WEIGHTS="$home/weights"} DISPLAY="$display" XDG_RUNTIME_DIR="/run/user/$person" "$@"
}

say "a bare $suite"
if [ ! -e "$root/.made" ]; then
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$folder/debootstrap.log"
    touch "$root/.made"
fi
chroot "$root" sh -c 'command -v python3 python' && fail "this system has a Python: nothing is proved by it"

say "apt installs $(basename "$package"), and what it depends on"
cp "$package" "$root/var/cache/shortlist.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf"
in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
in_root apt-get update -qq
in_root apt-get install --yes --reinstall --no-install-recommends /var/cache/shortlist.deb >"$folder/apt.log" 2>&1 \
    || { tail -n 20 "$folder/apt.log"; fail "apt could not install it"; }
rm -f "$root/var/cache/shortlist.deb"
in_root dpkg --verify shortlist || fail "files are not as the package has them"
chroot "$root" sh -c 'command -v python3 python' && fail "the package brought a Python along"
printf '%-28s %s\n' "package" "$(du -h "$package" | cut -f 1)" "installed" "$(du -sh "$root/opt/shortlist" | cut -f 1)"

mkdir -p "$root$home" "$root/run/user/$person" "$root/dev/shm"
chown -R "$person:$person" "$root$home" "$root/run/user/$person"
chmod 700 "$root/run/user/$person"
lend /dev "$root/dev"
# Libraries for many cores look there for the processor.
lend /sys "$root/sys" read-only
mkdir -p "$root/proc"
if [ -n "$weights" ]; then
    # A copy: models belong to who uses them.
    mkdir -p "$root$home/weights"
    cp -rL "$weights/." "$root$home/weights"
    chown -R "$person:$person" "$root$home/weights"
fi
mkdir -p /tmp/.X11-unix
lend /tmp/.X11-unix "$root/tmp/.X11-unix"
chmod 1777 "$root/tmp"
lend "$root/opt/shortlist" "$root$odd" read-only

Xvfb "$display" -screen 0 1280x800x24 -nolisten tcp >"$folder/xvfb.log" 2>&1 &
xvfb=$!
for _ in $(seq 100); do [ -e "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done

say "no network inside"
as_person /usr/bin/getent hosts deb.debian.org && fail "there is a network"

say "self-test, as installed"
as_person shortlist --self-test || fail "the self-test, as installed"

say "self-test, from “$odd”"
as_person "$odd/shortlist" --self-test || fail "the self-test in a folder with a difficult name"

say "the main job"
as_person sh -c 'cd "$HOME" && cp /opt/shortlist/_internal/resources/sample/sample.mp4 "Gespräch 1.mp4" \
    && cp /opt/shortlist/_internal/resources/sample/sample.vtt "Gespräch 1.vtt" \
    && shortlist run "Gespräch 1.mp4" --out "fertige Clips" --top 1 --aspects 16:9' || fail "the main job"
ls -l "$root$home/fertige Clips"

windows() { DISPLAY="$display" xdotool search --onlyvisible --name '^Shortlist' 2>/dev/null || true; }
is_wide() {
    local id
    for id in $(windows); do
        DISPLAY="$display" xdotool getwindowgeometry "$id" 2>/dev/null | grep -qE 'Geometry: ([6-9][0-9]{2}|[0-9]{4})x' && return 0
    done
    return 1
}
since() { echo $((($(date +%s%N) - started) / 1000000)); }
picture() {
    DISPLAY="$display" QT_QPA_PLATFORM=xcb "$here/../../.venv/bin/python" -c "
import sys; from PySide6.QtGui import QGuiApplication
app = QGuiApplication(['picture']); sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))" "$1" || say "no picture"
}

say "the window, the first time"
started=$(date +%s%N)
as_person shortlist 2>"$folder/window.log" &
window=$!
# The card of the start is seen first; the window is wider than it.
card=
until is_wide; do
    kill -0 "$window" 2>/dev/null || { cat "$folder/window.log"; fail "the program ended before its window came"; }
    [ "$(since)" -lt 180000 ] || fail "no window within three minutes"
    [ -n "$card" ] || ! windows | grep -q . || card="$(since)"
    sleep 0.05
done
printf '%-28s %s ms\n' "start to card" "${card:-none seen}" "start to window" "$(since)"
sleep 5
picture "$folder/window.png"
say "another start hands its file over"
# Another file, or the run of the main job would be taken for its own; one byte makes it another.
as_person sh -c 'cd "$HOME" && cp "Gespräch 1.mp4" "Gespräch 2.mp4" && printf x >>"Gespräch 2.mp4" \
    && cp "Gespräch 1.vtt" "Gespräch 2.vtt"'
as_person timeout 120 shortlist "$home/Gespräch 2.mp4" || fail "another start"
sleep 20
as_person shortlist runs | tee "$folder/runs.txt"
grep -q "Gespräch 2" "$folder/runs.txt" || fail "the file was not imported"
picture "$folder/taken-over.png"
kill "$window"
wait "$window" || true
say "all of it works; pictures of the window are in $folder"
