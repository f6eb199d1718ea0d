#!/usr/bin/env bash
# The release, into dist/.
. "$(dirname "$0")/lib.sh"

# The same bytes wherever the folder and the home are: their paths are written
# as /code and /cargo, and those of Rust's own source, for whoever has it, as the
# compiler writes them for whoever has not. The other flags are those of
# .cargo/config.toml, which exported ones replace.
reproducible_flags() {
  local rust commit
  rust=$(rustc --print sysroot)
  commit=$(rustc --version --verbose | sed -n 's/^commit-hash: //p')
  # Encoded, as a folder may have a space in its name.
  local flags=(--cfg erase_components -Clink-args=--emit-relocs -Zunstable-options -Cpanic=immediate-abort "--remap-path-prefix=$PWD=/code" "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo" "--remap-path-prefix=$rust/lib/rustlib/src/rust=/rustc/$commit")
  (IFS=$'\x1f'; printf '%s' "${flags[*]}")
}

app() {
  mkdir -p target
  # A panic stops the program at once, without words that nobody would read, and
  # the standard library is built along, for size: an eighth off a first load.
  # Both are options that the stable compiler has and does not promise to keep;
  # without these lines and the two flags above all works, and is larger.
  RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
    CARGO_ENCODED_RUSTFLAGS=$(reproducible_flags) trunk build --release --dist dist
  node scripts/finish.mjs dist
}

step "tools to build with" tools_to_build
step "the app, into dist/" app
step "sizes" node scripts/sizes.mjs dist
