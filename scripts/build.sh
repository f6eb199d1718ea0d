#!/usr/bin/env bash
# The release, into dist/.
. "$(dirname "$0")/lib.sh"

# The same bytes wherever the folder and the home are: their paths are written
# as /code and /cargo. The other flags are those of .cargo/config.toml, which
# exported ones replace.
reproducible_flags() {
  # Encoded, as a folder may have a space in its name.
  local flags=(--cfg erase_components -Clink-args=--emit-relocs "--remap-path-prefix=$PWD=/code" "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo")
  (IFS=$'\x1f'; printf '%s' "${flags[*]}")
}

app() {
  mkdir -p target
  CARGO_ENCODED_RUSTFLAGS=$(reproducible_flags) trunk build --release --dist dist
  node scripts/finish.mjs dist
}

step "tools to build with" tools_to_build
step "the app, into dist/" app
step "sizes" node scripts/sizes.mjs dist
