#!/usr/bin/env bash
# Make Shortlist.app and a disk image of it, on macOS 12 or newer: packaging/macos/build_dmg.sh
#
# It has not been run by us: we have no Mac. It needs Python 3.11 and the command line tools of Xcode, no more.
#
# To hand the image to others, sign and notarise it with an Apple developer account:
#   CODESIGN_IDENTITY="Developer ID Application: …"    signs the program; without it, it is signed for this Mac alone
#   NOTARY_PROFILE=name                                 of `xcrun notarytool store-credentials name`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

[ "$(uname)" = Darwin ] || { echo "this makes a program for macOS, and runs there alone" >&2; exit 2; }
scripts/setup.sh dev
python=.venv/bin/python
version="$($python -c 'from core import __version__; print(__version__)')"
app=dist/Shortlist.app
image="dist/Shortlist-$version-$(uname -m).dmg"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The sign in the sizes that macOS asks for.
mkdir "$work/shortlist.iconset"
for size in 16 32 128 256 512; do
    sips -z $size $size resources/icons/shortlist.png --out "$work/shortlist.iconset/icon_${size}x${size}.png" >/dev/null
    double=$((size * 2))
    sips -z $double $double resources/icons/shortlist.png --out "$work/shortlist.iconset/icon_${size}x${size}@2x.png" >/dev/null
done
iconutil --convert icns "$work/shortlist.iconset" --output "$work/shortlist.icns"

SHORTLIST_ICON="$work/shortlist.icns" $python -m PyInstaller packaging/shortlist.spec --noconfirm --log-level WARN

# Inside out: every library before the program that holds it. "-" signs for this Mac alone.
identity="${CODESIGN_IDENTITY:--}"
hardened=()
[ "$identity" = - ] || hardened=(--options runtime --timestamp)
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 \
    | xargs -0 -n 50 codesign --force --sign "$identity" ${hardened[@]+"${hardened[@]}"}
codesign --force --sign "$identity" ${hardened[@]+"${hardened[@]}"} \
    --entitlements packaging/macos/entitlements.plist "$app"
codesign --verify --deep --strict "$app"

# The same checks as everywhere: it starts, opens a window, and makes a clip.
"$app/Contents/MacOS/shortlist" --self-test

mkdir "$work/image"
cp -R "$app" "$work/image/"
ln -s /Applications "$work/image/Applications"
cp LICENSE "$work/image/"
hdiutil create -volname "Shortlist $version" -srcfolder "$work/image" -ov -format UDZO "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --sign "$identity" --timestamp "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image: $(du -h "$image" | cut -f 1)"
