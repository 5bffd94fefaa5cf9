.PHONY: setup demo test coverage check bench bench-widget soak serve lock clean
PYTHON ?= python3
PORT ?= 8000
SERVE ?= 1
ARTICLES ?= seeds/articles
JOBS ?= 2
PARTS ?= many kills ticks contract crowd long
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

setup: .venv/.ready  ## .venv with everything, from the hash-locked requirements

.venv/.ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements-dev.lock
	$(PIP) --no-deps --no-build-isolation --no-index --editable .
	touch $@

demo: setup  ## reads the sample articles, prints their chronology and serves it; SERVE=0 prints and ends
	$(BIN)/timeline demo --articles $(ARTICLES) --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

serve: setup  ## serves timeline.db on a local port
	$(BIN)/timeline serve --port $(PORT)

test: setup  ## the whole suite, in as many processes as JOBS says
	$(BIN)/python -m pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder

coverage: setup  ## how much of the library the suite reaches, less the tests of service and page; fails under 90 %
	$(BIN)/python -m pytest --cov=timeline --cov-report=term:skip-covered --ignore=tests/service --ignore=tests/widget

check: setup  ## what must hold before anything lands
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT \
	  && $(BIN)/timeline db upgrade --database "$$fresh/fresh.db" && $(BIN)/timeline db check --database "$$fresh/fresh.db"

bench: setup  ## speed as ratios, one core, one run; ARTICLES names a folder of articles
	$(BIN)/python -m benchmarks $(ARTICLES)

soak: setup  ## what takes longer than the suite may: a thousand feeds, fifty kills, two processes, 5,000 calls, a crowd, half an hour; PARTS
	$(BIN)/python -m benchmarks.soak $(PARTS)

bench-widget: setup  ## the element against TimelineJS and vis-timeline in one browser; needs npm and Chromium
	npm ci --prefix benchmarks/widget --ignore-scripts --no-audit --no-fund
	$(BIN)/python -m benchmarks.widget

lock: setup  ## the locks anew, for every supported Python
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf .venv
