#!/bin/sh
# make-dmg.sh FOLDER: sign the bundle that build.py has made there and wrap it into a disk image, which offers the folder
# of all programs beside it. SIGN_AS names the identity; without one the signature says only that nothing was changed,
# as the system asks of every program for Apple's processors. What lies in the bundle must not change afterwards.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
app="$out/Neuron Inspector.app"
if [ -n "${SIGN_AS:-}" ]; then
    codesign --deep --force --timestamp --options runtime --entitlements "$here/entitlements.plist" --sign "$SIGN_AS" "$app"
else
    codesign --deep --force --sign - "$app"
fi
codesign --verify --deep --strict "$app"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Neuron Inspector" -srcfolder "$stage" -ov -format UDZO "$out/neuron-inspector.dmg"
