#!/usr/bin/env bash
# Every check, on what `make build` left in dist/.
. "$(dirname "$0")/lib.sh"

journeys() {
  WAYMARK_DIST="$PWD/dist" WAYMARK_SINGLE_FILE="$PWD/release/waymark.html" WAYMARK_GALLERY="$(cd "$target" && pwd)/gallery" \
    cargo test --locked --test browser
}

step "tools to check with" tools_to_check
beside "browsers and drivers" tools_for_browsers
step "format" cargo fmt --check
step "size budgets" node scripts/sizes.mjs dist --check
step "the README's programs" node scripts/readme.mjs
step "the app as one file" single_file
step "the same release from two homes" scripts/reproducible.sh
step "lints, native" cargo clippy --locked --all-targets --test browser -- -D warnings
step "lints, browser, as released" cargo clippy --locked --target wasm32-unknown-unknown --lib --bins -- -D warnings
step "lints, browser" cargo clippy --locked --target wasm32-unknown-unknown --lib --bins --features gallery -- -D warnings
beside "the gallery" build_gallery
step "tests without a browser" cargo test --locked
# They leave a made-up folder of plan files, and the page's own table of it.
step "the README's query" "$duckdb_python" scripts/query.py "$target/tmp/team"
joined
step "journeys in three browsers" journeys
