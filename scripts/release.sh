#!/usr/bin/env bash
# What a host is given, into release/.
. "$(dirname "$0")/lib.sh"
[ -z "$(git status --porcelain)" ] || missing "a clean checkout: commit or stash first"
step "a release, into release/" \
  node scripts/release.mjs dist release "$(git log -1 --format=%cs)" "$(git rev-parse HEAD)"
