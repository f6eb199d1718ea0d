#!/usr/bin/env bash
# The app as one HTML file.
. "$(dirname "$0")/lib.sh"
step "the app as one file" single_file
