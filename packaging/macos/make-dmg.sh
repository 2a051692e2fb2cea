#!/bin/sh
# make-dmg.sh FOLDER: wrap the bundle that build.py has made there into a disk image; sign it first where SIGN_AS
# names an identity. The image offers the folder of all programs beside the bundle.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
app="$out/Neuron Inspector.app"
if [ -n "${SIGN_AS:-}" ]; then
    codesign --deep --force --options runtime --entitlements "$here/entitlements.plist" --sign "$SIGN_AS" "$app"
fi
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Neuron Inspector" -srcfolder "$stage" -ov -format UDZO "$out/neuron-inspector.dmg"
