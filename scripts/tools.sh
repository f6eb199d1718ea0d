# Installs what is missing, into a folder of the user's own; read by `lib.sh`.
# Where something cannot be installed, one line says what to install.

tools=${WAYMARK_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/waymark-tools}
PATH=$PWD/node_modules/.bin:$tools/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH

trunk_version=0.21.14
# A new wasm-bindgen has broken the splitter before: change both together.
splitter_version=0.2.4
geckodriver_version=0.37.1
# The database of the README's query, from PyPI.
duckdb_version=2.0.1
# 13 needs Node 22.
lighthouse_version=12.8.2
# The command line tool must be of exactly the library's version.
bindgen_version=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)

missing() {
  printf 'Missing: %s\n' "$1" >&2
  exit 1
}

# Debian packages: as root or through sudo, or a line that says which.
debian() {
  local needed=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || needed+=("$package")
  done
  [ ${#needed[@]} -eq 0 ] && return
  local sudo=""
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || missing "${needed[*]} (sudo apt-get install ${needed[*]})"
    sudo=sudo
  fi
  printf '  installing %s\n' "${needed[*]}"
  $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${needed[@]}" >/dev/null \
    || missing "${needed[*]} (apt-get could not install them)"
}

# Programs from crates.io, each given as "crate@version and what cargo is told
# besides"; cargo's own list in the folder says which are there.
# A build tool's own speed hardly matters, and half the time goes into optimising it.
cargo_tools() {
  local tool crate
  for tool in "$@"; do
    crate=${tool%% *}
    grep -qsF "\"${crate/@/ } (" "$tools/.crates.toml" && continue
    printf '  building %s, a few minutes, once\n' "${crate/@/ }"
    # shellcheck disable=SC2086
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      CARGO_TARGET_DIR="$tools/build" RUSTFLAGS= cargo install --quiet --force --root "$tools" $tool \
      || missing "${crate/@/ } (cargo install failed, see above)"
  done
  rm -rf "$tools/build"
}

# From npm, exactly as package-lock.json says.
npm_tools() {
  cmp -s package-lock.json node_modules/.waymark-lock && return
  printf '  installing what package-lock.json lists\n'
  npm ci --silent --no-audit --no-fund || missing "npm packages (npm ci failed, see above)"
  cp package-lock.json node_modules/.waymark-lock
}

tools_to_build() {
  command -v cargo >/dev/null || missing "Rust (install rustup, then its stable toolchain)"
  command -v cc >/dev/null || debian gcc libc6-dev
  command -v node >/dev/null && command -v npm >/dev/null || debian nodejs npm
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ] || missing "Node 18 or newer (found $(node --version))"
  if command -v rustup >/dev/null; then
    rustup target list --installed | grep -q wasm32-unknown-unknown \
      || rustup target add wasm32-unknown-unknown || missing "the wasm32-unknown-unknown target (rustup target add wasm32-unknown-unknown)"
  fi
  rust_source
  npm_tools
  # wasm-bindgen's lock file names a crate the registry no longer has, so not --locked.
  cargo_tools "trunk@$trunk_version --locked" "wasm-bindgen-cli@$bindgen_version" \
    "wasm_split_cli_support@$splitter_version --locked --features build-binary"
}

# The source of the standard library, and the crates that it needs itself.
rust_source() {
  local library
  library=$(rustc --print sysroot)/lib/rustlib/src/rust/library
  [ -f "$library/Cargo.toml" ] || rustup component add rust-src || missing "the source of Rust's library (rustup component add rust-src)"
  RUSTC_BOOTSTRAP=1 cargo fetch --quiet --locked --manifest-path "$library/Cargo.toml" \
    || missing "the crates of Rust's library (cargo fetch failed, see above)"
}

tools_to_check() {
  debian python3 python3-venv
  duckdb_tool
  rustup component list --installed 2>/dev/null | grep -q clippy || rustup component add clippy rustfmt || missing "clippy and rustfmt (rustup component add clippy rustfmt)"
}

tools_for_browsers() {
  debian chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-dejavu-core
  cargo_tools "geckodriver@$geckodriver_version --locked"
}

# A Python of its own, with DuckDB and nothing else.
duckdb_python=$tools/duckdb-$duckdb_version/bin/python
duckdb_tool() {
  "$duckdb_python" -c 'import duckdb' 2>/dev/null && return
  printf '  installing DuckDB %s\n' "$duckdb_version"
  python3 -m venv --clear "$tools/duckdb-$duckdb_version" \
    && "$duckdb_python" -m pip install --quiet --disable-pip-version-check "duckdb==$duckdb_version" \
    || missing "duckdb $duckdb_version (pip could not install it)"
}

# Lighthouse is large and only for the benchmarks, so package.json does not name it.
tools_to_bench() {
  debian chromium chromium-driver fonts-dejavu-core
  local installed=$tools/lighthouse/node_modules/lighthouse/package.json
  grep -qs "\"version\": \"$lighthouse_version\"" "$installed" && return
  printf '  installing Lighthouse %s\n' "$lighthouse_version"
  npm install --silent --prefix "$tools/lighthouse" "lighthouse@$lighthouse_version" --no-audit --no-fund \
    || missing "Lighthouse $lighthouse_version (npm install failed, see above)"
}
