#!/bin/sh
# Wrap the bundle that build.py has made into a disk image; sign it first where SIGN_AS names an identity.
set -eu
cd "$(dirname "$0")/../.."
app="dist/Neuron Inspector.app"
[ -n "${SIGN_AS:-}" ] && codesign --deep --force --options runtime --entitlements packaging/macos/entitlements.plist --sign "$SIGN_AS" "$app"
hdiutil create -volname "Neuron Inspector" -srcfolder "$app" -ov -format UDZO dist/neuron-inspector.dmg
