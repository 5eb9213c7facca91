# Everything is one of these words; `make help` lists them.
# A fresh clone needs Python 3.11 or newer and make, and nothing else.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# The machine's own Node when it is new enough, otherwise the one that setup/node.sh puts here.
export PATH := $(CURDIR)/$(VENV)/node/bin:$(PATH)

CLIENT_SOURCES := $(shell find web_client/src web_client/public web_client/tooling translations backend/cadair/contributions/question_sets -type f 2>/dev/null) \
	web_client/index.html web_client/package.json web_client/vite.config.ts

.PHONY: help run test check check-security bench pictures lock words clean

help:  ## Say what each word does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 18

run: $(VENV)/app.ready web_client/dist/index.html  ## Serve the demo on http://127.0.0.1:8000 (PORT=…)
	@CADAIR_DEMO=1 $(BIN)/cadair migrate
	@CADAIR_DEMO=1 $(BIN)/cadair demo
	@CADAIR_DEMO=1 PORT=$(PORT) $(BIN)/cadair serve

test: $(VENV)/dev.ready web_client/dist/index.html  ## Run every test: both databases, the client, real browsers
	@$(BIN)/python tests/run_all.py

check: $(VENV)/dev.ready web_client/node_modules/.ready web_client/lint/node_modules/.ready  ## Format, lint, types, imports, catalogs, OpenAPI
	$(BIN)/ruff format --check backend tests
	$(BIN)/ruff check backend tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	cd web_client && npm run --silent check

bench: $(VENV)/dev.ready web_client/dist/index.html  ## Measure, and write var/bench.json
	$(BIN)/python -m tests.bench

check-security: $(VENV)/dev.ready web_client/dist/index.html  ## Measure the security bar, a line for each id (LONG=1: all of it)
	$(BIN)/python -m tests.security

words: web_client/node_modules/.ready  ## Bring messages.pot and the catalogs up to date with the code
	translations/extract

pictures: $(VENV)/dev.ready web_client/dist/index.html  ## Make the README's pictures again
	$(BIN)/pytest -q tests/journeys/test_readme_pictures.py
	cp var/pictures/child_home.png var/pictures/iro_summary.png docs/pictures/

lock:  ## Lock every dependency with its hashes (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements/app.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements/dev.txt
	uv pip compile --group build --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements/build.txt
	uv pip compile --group node --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements/node.txt

clean:  ## Remove what was built, never what was written
	rm -rf $(VENV) web_client/node_modules web_client/dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cadair needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/app.ready: requirements/app.txt requirements/build.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/app.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.ready: requirements/dev.txt $(VENV)/app.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/node.ready: requirements/node.txt setup/node.sh | $(VENV)/bin/python
	sh setup/node.sh $(VENV)
	@touch $@

web_client/node_modules/.ready: web_client/package-lock.json $(VENV)/node.ready
	cd web_client && npm ci --silent --no-audit --no-fund
	@touch $@

web_client/lint/node_modules/.ready: web_client/lint/package-lock.json $(VENV)/node.ready
	cd web_client/lint && npm install --silent --no-audit --no-fund  # as locked; its other platforms may be absent
	@touch $@

web_client/dist/index.html: $(CLIENT_SOURCES) web_client/node_modules/.ready $(VENV)/app.ready
	cd web_client && npm run --silent build
	@touch $@
