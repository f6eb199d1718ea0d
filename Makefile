# Everything goes through here; `.ci/steps` says what each step does and how
# long it took.
.PHONY: serve build test bench soak gallery single-file release clean

serve: build
	@.ci/steps serve

build:
	@.ci/steps build

test: build
	@.ci/steps test

bench: build
	@.ci/steps bench

soak:
	@.ci/steps soak

single-file: build
	@.ci/steps single-file

release: build
	@.ci/steps release

gallery:
	@.ci/steps gallery

clean:
	rm -rf dist target node_modules release
