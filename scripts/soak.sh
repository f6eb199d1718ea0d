#!/usr/bin/env bash
# Runs at random for MINUTES (an hour), and decides nothing: half of it in a
# browser, the rest on files. WAYMARK_SEED=… plays one seed in the browser again.
. "$(dirname "$0")/lib.sh"
seconds=$((${MINUTES:-60} * 60))
export WAYMARK_DIST="$PWD/dist"

minutes() {
  awk "BEGIN { print $seconds / 60 * $1 }"
}

in_the_browser() {
  WAYMARK_SOAK_MINUTES=$1 cargo test --locked --test browser -- --engine chromium --exact random::soak
}

# libFuzzer, with the coverage counters that the stable compiler has: no tool
# beside cargo, and no other toolchain. The host's triple keeps the counters out
# of build scripts. What is found stays in target/fuzz, and the next run goes on
# from there.
fuzz() {
  local name=$1 host corpus=$target/fuzz/$1
  host=$(rustc -vV | sed -n 's/^host: //p')
  mkdir -p "$corpus/found"
  # The words of the format, so that few bytes are spent on guessing them.
  LC_ALL=C grep -rhoE --include=*.json '"[]-~ !#-[]{1,60}"' tests/fixtures schema | sort -u | sed 's/"/\\"/g; s/.*/"&"/' >"$corpus/words"
  WAYMARK_FUZZ=$name WAYMARK_FUZZ_SEEDS="$(cd "$corpus" && pwd)/seeds" CARGO_PROFILE_DEV_OPT_LEVEL=2 \
    RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module $(printf -- ' -Cllvm-args=-sanitizer-coverage-%s' \
      level=4 inline-8bit-counters pc-table trace-compares)" \
    cargo run --locked --target "$host" --example fuzz -- "$(cd "$corpus" && pwd)/found" "$(cd "$corpus" && pwd)/seeds" \
    -dict="$corpus/words" -artifact_prefix="$corpus/" -max_len=100000 -timeout=20 -rss_limit_mb=0 \
    -max_total_time=$((seconds / 12)) -print_final_stats=1 -verbosity=0
}

step "browsers and drivers" tools_for_browsers
command -v c++ >/dev/null || debian g++
if [ -n "${WAYMARK_SEED:-}" ]; then
  step "the actions of seed $WAYMARK_SEED" in_the_browser 0
  exit
fi
step "actions at random in a browser, $(minutes 0.5) minutes" in_the_browser "$(minutes 0.5)"
for name in decode merge review pack generate; do
  step "bytes that reach more of $name, $(minutes 1/12) minutes" fuzz "$name"
done
step "opening and merging damaged files, $(minutes 1/12) minutes" \
  env WAYMARK_SOAK_MINUTES="$(minutes 1/12)" cargo test --locked --test file soak -- --nocapture
step "the laws of the plan over 10,000 made-up workers" \
  env WAYMARK_LAWS=10000 cargo test --locked --release --test plan
