#!/bin/bash
# Put RhythmCap.app into a disk image, and have Apple notarise it.
#
#   packaging/macos/make_dmg.sh                 not notarised: for trying on one's own Mac
#   SIGN="Developer ID Application: NAME (TEAM)" NOTARY=PROFILE packaging/macos/make_dmg.sh
#
# Before it, with the same SIGN (a certificate of the keychain, by which PyInstaller signs):
#   python packaging/program_icons.py
#   pyinstaller --noconfirm --workpath build packaging/rhythmcap.spec
# NOTARY: what `xcrun notarytool store-credentials PROFILE` has kept in the keychain.
set -euo pipefail
cd "$(dirname "$0")/../.."

app=dist/RhythmCap.app
[ -d "$app" ] || { echo "$app is missing: build the bundle first" >&2; exit 1; }
version=$(/usr/libexec/PlistBuddy -c "Print CFBundleShortVersionString" "$app/Contents/Info.plist")
image="dist/RhythmCap-$version-macos-$(uname -m).dmg"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# PyInstaller has signed all that lies inside, then the whole; without a certificate only for this Mac.
codesign --verify --deep --strict --verbose=1 "$app"

ditto "$app" "$folder/RhythmCap.app"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname RhythmCap -srcfolder "$folder" -fs HFS+ -format UDZO "$image"

if [ -n "${SIGN:-}" ]; then
    codesign --force --timestamp --sign "$SIGN" "$image"
fi
if [ -n "${NOTARY:-}" ]; then
    [ -n "${SIGN:-}" ] || { echo "only what is signed is notarised: set SIGN" >&2; exit 1; }
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
echo "RhythmCap: $image"
