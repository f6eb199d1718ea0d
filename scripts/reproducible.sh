#!/usr/bin/env bash
# A release is the same bytes wherever it is made. `make test` tries what takes
# seconds: that nothing in dist/ names this folder or home, as those are what two
# builds of the program have differed in, and that the same dist/ is packed to
# the same bytes in two folders and homes, with other times, zones, languages
# and permissions. Building the program itself twice takes ten minutes and more,
# so that is `make reproducible` (WHOLE=1 here): `make release` of this commit,
# in two clean clones with two empty homes.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'joined || true; rm -rf "$work"' EXIT
# The compiler is not in the homes that are made up here.
export RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

names_no_place() {
  local place found
  for place in "$PWD" "${CARGO_HOME:-$HOME/.cargo}" "$HOME"; do
    # What stands in their place, or nearly everywhere.
    case $place in / | /code | /cargo) continue ;; esac
    found=$(grep -rlaF "$place/" dist || true)
    [ -z "$found" ] || fail "These name $place/, so that a build elsewhere is another one: $found"
  done
}

# Packs dist/ as in FOLDER, at another time, in that zone, language and umask.
pack() {
  local folder=$work/$1 zone=$2 language=$3 mask=$4 later=$5
  (
    umask "$mask"
    mkdir -p "$folder/home"
    cp -rL dist scripts package.json rust-toolchain.toml "$folder"
    ln -s "$PWD/node_modules" "$folder/node_modules"
    find "$folder/dist" -exec touch -d "2026-01-01 $later days" {} +
    # The clock as programs in Node see it.
    cat >"$folder/clock.cjs" <<EOF
const Real = Date, ahead = $later * 86400000;
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
  static now() { return Real.now() + ahead; }
};
EOF
    cd "$folder"
    NODE_OPTIONS="--require=./clock.cjs" HOME=$folder/home TZ=$zone LC_ALL=$language \
      node scripts/release.mjs dist release 2026-11-29 a-commit >/dev/null
  )
}

# A clean clone with an empty home, in which the tools alone are shared.
whole() {
  local folder=$work/$1
  mkdir -p "$folder/home"
  git clone --quiet . "$folder/waymark"
  env -u CARGO_HOME -u CARGO_TARGET_DIR HOME="$folder/home" make -C "$folder/waymark" release
  mv "$folder/waymark/release" "$folder/release"
}

same() {
  diff -r "$work/$1/release" "$work/$2/release" || fail "Two releases of one commit are not the same bytes; what differs is above."
  (cd "$work/$1/release" && sha256sum -- * | sed 's/^/  /')
}

if [ -n "${WHOLE:-}" ]; then
  [ -z "$(git status --porcelain)" ] || missing "a clean checkout: commit or stash first"
  step "a release, in one home" whole one
  step "the same, in another" whole "another, with a longer name"
  step "the same bytes" same one "another, with a longer name"
else
  step "no place of this machine in dist/" names_no_place
  step "packed in one home" pack one UTC C 022 0
  step "packed in another" pack "another one" Pacific/Auckland tr_TR.UTF-8 077 400
  step "the same bytes" same one "another one"
fi
