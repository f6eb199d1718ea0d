# Everything goes through here; each job is a file in scripts/ that says what it
# does and how long it took.
.PHONY: serve build test bench soak gallery pictures reproducible single-file release clean

serve: build
	@scripts/serve.sh

build:
	@scripts/build.sh

test: build
	@scripts/test.sh

bench: build
	@scripts/bench.sh

soak: build
	@scripts/soak.sh

# With LOCAL=path/to/local.json, a local pack is in it.
single-file: build
	@scripts/single-file.sh

release: build
	@scripts/release.sh

# Twice, from clean clones in empty homes: some twenty minutes.
reproducible:
	@WHOLE=1 scripts/reproducible.sh

gallery:
	@scripts/gallery.sh

# Those of the README; look at them before they are committed.
pictures: build
	@scripts/pictures.sh

clean:
	rm -rf dist target node_modules release
