# Everything goes through here; `scripts/steps` says what each step does and how
# long it took.
.PHONY: serve build test bench soak gallery single-file release clean

serve: build
	@scripts/steps serve

build:
	@scripts/steps build

test: build
	@scripts/steps test

bench: build
	@scripts/steps bench

soak:
	@scripts/steps soak

single-file: build
	@scripts/steps single-file

release: build
	@scripts/steps release

gallery:
	@scripts/steps gallery

clean:
	rm -rf dist target node_modules release
