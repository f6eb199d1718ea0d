#!/usr/bin/env bash
# Serves dist/ on this machine alone.
. "$(dirname "$0")/lib.sh"
serve dist
