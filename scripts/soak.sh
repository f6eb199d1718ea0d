#!/usr/bin/env bash
# Runs at random for hours (MINUTES=…), and decides nothing.
. "$(dirname "$0")/lib.sh"
export WAYMARK_SOAK_MINUTES=${MINUTES:-60}
step "opening and merging damaged files for $WAYMARK_SOAK_MINUTES minutes" \
  cargo test --locked --test file soak -- --nocapture
step "the laws of the plan over 10,000 made-up workers" \
  env WAYMARK_LAWS=10000 cargo test --locked --release --test plan
