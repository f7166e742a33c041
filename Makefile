# Every target sets up what it needs (scripts/setup.sh) and starts at once when that is there.
#
#   make run [VIDEO=talk.mp4]   the window; without a display: clips of VIDEO, or of the bundled sample, into out/
#   make test                   everything that must hold: make check, then the tests
#   make check                  ruff, mypy, import contracts
#   make bench                  speed, each figure beside its reference
#   make soak                   the tests that take long, and thousands of examples where properties are tested
#   make package                the frozen program in dist/, started and checked, with a list of its parts (SBOM)
#   make deb                    that as a Debian package, in dist/
#   make sbom                   the list of parts alone
#   make lock                   renew requirements/*.txt from pyproject.toml
#   make translations           gather the texts of the window and compile their translations
#   make sample                 draw and speak the bundled sample again

SHELL := /bin/bash
PYTHON_IN := .venv/bin/python
# Of a test run: make test TESTS="tests/core -k weights"
TESTS ?=
export VIDEO
# What is compiled is kept: else each of the hundreds of processes that the tests start compiles everything again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test check bench soak package deb sbom lock translations sample clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^#   //p' Makefile

run:
	@scripts/setup.sh run
	@scripts/run.sh

check:
	@scripts/setup.sh dev
	$(PYTHON_IN) -m ruff check .
	$(PYTHON_IN) -m ruff format --check .
	$(PYTHON_IN) -m mypy
	.venv/bin/lint-imports

test: check
	$(PYTHON_IN) -m pytest -n logical --maxprocesses 4 --dist worksteal --max-worker-restart 0 $(TESTS)

bench:
	@scripts/setup.sh dev
	$(PYTHON_IN) -m tests.bench.run

soak:
	@scripts/setup.sh dev
	HYPOTHESIS_PROFILE=search $(PYTHON_IN) -m pytest -m "soak or hypothesis" --timeout 0 -o faulthandler_timeout=0 $(TESTS)

package:
	@scripts/setup.sh dev
	$(PYTHON_IN) -m PyInstaller packaging/shortlist.spec --noconfirm --log-level WARN
	$(PYTHON_IN) packaging/smoke_test.py dist/shortlist
	$(PYTHON_IN) packaging/sbom.py dist/shortlist.cdx.json dist/shortlist

deb: package
	$(PYTHON_IN) packaging/linux/build_deb.py dist/shortlist --out dist

sbom:
	@scripts/setup.sh dev
	$(PYTHON_IN) packaging/sbom.py dist/shortlist.cdx.json

# uv resolves for every platform at once, which pip can't; it stays out of the program's own environment.
LOCK := .cache/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet pyproject.toml
lock:
	@scripts/setup.sh run
	test -x .cache/lock/bin/uv || { $(PYTHON_IN) -m venv .cache/lock && .cache/lock/bin/python -m pip install --quiet uv; }
	$(LOCK) --output-file requirements/run.txt
	$(LOCK) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt

translations:
	@scripts/setup.sh dev
	$(PYTHON_IN) -m scripts.translations

sample:
	@scripts/setup.sh dev
	$(PYTHON_IN) scripts/make_sample.py

clean:
	rm -rf .venv build dist out .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .setup.lock
