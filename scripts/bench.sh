#!/usr/bin/env bash
# Measures, and decides nothing.
. "$(dirname "$0")/lib.sh"
step "tools to measure with" tools_to_bench
step "the rules, natively" node scripts/bench.mjs rules
step "pages in Chromium" node scripts/bench.mjs pages
step "Lighthouse" node scripts/bench.mjs lighthouse
step "sizes" node scripts/sizes.mjs dist
