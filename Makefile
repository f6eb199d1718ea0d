# Everything goes through here; each job is a file in scripts/ that says what it
# does and how long it took.
.PHONY: serve build test bench soak gallery single-file release clean

serve: build
	@scripts/serve.sh

build:
	@scripts/build.sh

test: build
	@scripts/test.sh

bench: build
	@scripts/bench.sh

soak:
	@scripts/soak.sh

single-file: build
	@scripts/single-file.sh

release: build
	@scripts/release.sh

gallery:
	@scripts/gallery.sh

clean:
	rm -rf dist target node_modules release
