#!/usr/bin/env bash
# The pictures of the README, from the release in dist/.
. "$(dirname "$0")/lib.sh"
step "a browser to take pictures with" debian chromium chromium-driver fonts-dejavu-core
step "pictures" node scripts/pictures.mjs dist scripts/pictures static/screenshot.png
