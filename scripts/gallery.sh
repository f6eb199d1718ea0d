#!/usr/bin/env bash
# Builds the gallery of components and serves it.
. "$(dirname "$0")/lib.sh"
step "tools to build with" tools_to_build
step "the gallery" build_gallery
serve "$target/gallery" '#/gallery'
