# What the jobs behind `make` share. Each prints what it does and how long it
# took, is quick when nothing is missing, and stops with one line that says
# what to do.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh

export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}
export WAYMARK_TOOLS=$tools
target=${CARGO_TARGET_DIR:-target}

step() {
  local what=$1 began=$SECONDS
  shift
  printf '▸ %s\n' "$what"
  "$@"
  printf '  %s: %s s\n' "$what" "$((SECONDS - began))"
}

# Runs a step beside those that follow: a cold machine has work for its second
# processor. What it says is printed once it has ended.
beside() {
  local said
  said=$(mktemp)
  (step "$@") >"$said" 2>&1 &
  jobs_beside+=("$! $said")
}
jobs_beside=()
# None is left running, whatever else fails.
trap 'joined || true' EXIT

# Waits for all of them, and stops where one has failed.
joined() {
  local job failed=0
  for job in "${jobs_beside[@]}"; do
    wait "${job%% *}" || failed=1
    cat "${job#* }"
    rm -f "${job#* }"
  done
  jobs_beside=()
  return "$failed"
}

# Serves a folder on this machine alone.
serve() {
  printf '▸ http://127.0.0.1:%s/%s (Ctrl-C stops it)\n' "${PORT:-8080}" "${2:-}"
  exec npx --no-install sirv "$1" --host 127.0.0.1 --port "${PORT:-8080}" --quiet
}

build_gallery() {
  mkdir -p target
  # Not a release: it is for looking, and half a minute sooner.
  trunk build --release=false --features gallery --dist "$target/gallery"
}

single_file() {
  mkdir -p release
  node scripts/single-file.mjs dist release/waymark.html ${LOCAL:+"$LOCAL"}
}
