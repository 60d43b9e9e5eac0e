# Every command of the project. `make` alone builds the website, `make help` lists the rest.
#
# All of it runs in .venv/, made by the first target that needs it. A stamp file is written last, after a step of the
# setting up succeeded: an interrupted step is run again, a finished one never (nor does it need the network again).

ARCHIVE ?= data
# An archive can bring its own texts.
DOCS ?= $(if $(wildcard $(ARCHIVE)/docs/index.md),$(ARCHIVE)/docs,docs)
# The same commit builds the same bytes: what is dated in the site has the date of the commit.
SOURCE_DATE_EPOCH := $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null),0)
# Quiets what Material prints at every build: that its security updates end on May 5, 2027.
NO_MKDOCS_2_WARNING := 1
export ARCHIVE DOCS SOURCE_DATE_EPOCH NO_MKDOCS_2_WARNING

# The first that runs: pyenv leaves commands that exist and only fail.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

RUN := .venv/bin/python -m
PIP_INSTALL := $(RUN) pip install --quiet --disable-pip-version-check --no-input --require-hashes
# Tests set up the archive that they build: what is set for the site is not for them.
PYTEST := env -u ARCHIVE -u DOCS -u SITE_URL -u RECORDS_URL -u SOURCE_DATE_EPOCH $(RUN) pytest

.DEFAULT_GOAL := site
.PHONY: help site properdocs serve demo check format new generated test bench accept lock picture cards icons clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s  %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: .venv/site.stamp ## build the website into site/ (of another archive: make site ARCHIVE=folder)
	@$(RUN) mkdocs build --strict

properdocs: .venv/test.stamp ## build the website with ProperDocs, which can take the place of MkDocs
	@$(RUN) properdocs build --strict

serve: .venv/site.stamp ## show the website on this machine, rebuilt at every change
	@$(RUN) mkdocs serve

demo: ARCHIVE := tests/sample
demo: serve ## the same with the invented sample archive

check: .venv/site.stamp ## check the records, the pages and the layout of the records, without building anything
	@.venv/bin/chuxin check "$(ARCHIVE)" --docs "$(DOCS)" --format $(or $(FORMAT),text)
	@.venv/bin/chuxin format "$(ARCHIVE)" --check

format: .venv/site.stamp ## bring the records into their usual order and layout
	@.venv/bin/chuxin format "$(ARCHIVE)"

new: .venv/site.stamp ## begin a record, and ask for what it needs: make new KIND=meetings
	@.venv/bin/chuxin new $(KIND) --archive "$(ARCHIVE)"

generated: .venv/site.stamp ## write the schemas, the editors' settings and the pages of the handbook that are made from the code
	@$(RUN) chuxin.editing.handbook.generated

test: .venv/test.stamp ## lint, check types and test
	@$(RUN) ruff check --quiet hooks tests tools
	@$(RUN) ruff format --diff --quiet hooks tests tools
	@$(RUN) mypy --no-error-summary
	@$(PYTEST)

bench: .venv/lighthouse.stamp ## measure checking and building invented archives of 100, 1,000 and 10,000 records
	@PYTHONPATH=hooks:tests $(RUN) bench $(SIZES)

accept: .venv/test.stamp ## take pages, pictures of the components and reports of mistakes as they are now for the expected ones
	@$(PYTEST) tests/pages/test_golden.py tests/reader/test_pictures.py tests/project/test_mistakes.py --accept

lock: ## bring the locked dependencies up to date with pyproject.toml and their newest releases
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && \
	$(PYTHON) -m venv "$$tools" && \
	"$$tools/bin/python" -m pip install --quiet --disable-pip-version-check --no-input uv && \
	lock() { "$$tools/bin/uv" pip compile --quiet --no-config --no-cache --no-python-downloads --upgrade \
		--universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
		--custom-compile-command 'make lock' pyproject.toml "$$@"; } && \
	lock --output-file requirements.lock --extra build && \
	lock --output-file requirements-test.lock --extra build --extra test --constraints requirements.lock

picture: .venv/test.stamp ## make the picture in the README again
	@PYTHONPATH=hooks:tests .venv/bin/python tools/picture.py

cards: .venv/test.stamp ## make the pictures that shared links are shown with again
	@PYTHONPATH=hooks:tests .venv/bin/python tools/cards.py

icons: .venv/test.stamp ## make the icons of browsers that read no SVG again
	@PYTHONPATH=hooks:tests .venv/bin/python tools/icons.py

clean: ## remove everything that was made, .venv/ too
	rm -rf site .site.building .venv .cache .hypothesis .pytest_cache .ruff_cache

.venv/venv.stamp:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer runs here: install one, or name it: make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make a virtual environment: on Debian and Ubuntu, install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv/ (only this once) ..."
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/site.stamp: requirements.lock pyproject.toml .venv/venv.stamp
	@$(PIP_INSTALL) -r requirements.lock
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Only the bench asks for it: Node is needed for nothing else.
LIGHTHOUSE := 12.8.2

.venv/lighthouse.stamp: .venv/test.stamp
	@! command -v npm >/dev/null || npm install --silent --no-fund --no-audit --prefix .venv/lighthouse lighthouse@$(LIGHTHOUSE)
	@touch $@

# The checker of HTML: a file for Java. Where either is not to be had, its test is skipped.
VNU := 26.9.27

.venv/test.stamp: requirements-test.lock tests/browser.py tests/webkit.py .venv/site.stamp
	@echo "Setting up the tests ..."
	@$(PIP_INSTALL) -r requirements-test.lock
	@.venv/bin/python tests/browser.py
	@! { command -v npm && command -v java; } >/dev/null || npm install --silent --no-fund --no-audit --ignore-scripts --prefix .venv/vnu \
		vnu-jar@$(VNU) || echo "The checker of HTML was not to be had: its test is skipped." >&2
	@touch $@
