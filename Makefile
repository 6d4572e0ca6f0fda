PYTHON ?=
VENV = .venv
BIN = $(VENV)/bin
ROOMS = graph loaders queries visualisations api
DEMO_ARGS ?=
SERVE_ARGS ?=
PYTEST_ARGS ?= -n 3 --durations=25
COVERAGE = 94
BENCH_ARGS ?=
LOCK_ARGS ?=

CANDIDATES = $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11
SUITABLE = import importlib.util as i, sys, venv; \
	sys.exit(sys.version_info < (3, 11) or not (i.find_spec("pip") or i.find_spec("ensurepip")))
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate $(LOCK_ARGS)

# pip alone knows an index named in pip.conf; uv is the quick way everywhere else.
define install
{ ! $(BIN)/python -m pip config list | grep -qE 'index-url|no-index' \
	&& $(BIN)/uv pip install --quiet --python $(BIN)/python $(1); } \
	|| { echo 'Installing with pip'; $(BIN)/python -m pip install --quiet --disable-pip-version-check $(1); }
endef

.PHONY: help demo serve test test-long coverage lint docs bench mutants lock clean
.DELETE_ON_ERROR:

help:
	@echo 'make demo      start the embedded engine, load the bundled case, answer, and serve pages'
	@echo 'make test      check the code, then run the tests that every change has to pass'
	@echo 'make test-long run what takes longer: a hundred random graphs, many kills, large planted worlds'
	@echo 'make coverage  run the tests of make test and say which lines none of them reaches'
	@echo 'make serve     serve pages and GraphQL from the graph as it stands'
	@echo 'make lint      check the code only: ruff, mypy, import-linter'
	@echo 'make docs      write the generated files again: tables of README.md, reference, schema, style, node types'
	@echo 'make bench     measure reading, loading on both engines, questions, GraphQL beside a peer, and the demo'
	@echo 'make mutants   change the rules and scores in a thousand small ways, and list what no test sees'
	@echo 'make lock      write the lock files again (LOCK_ARGS=--upgrade for newer versions)'
	@echo 'make clean     remove the environment and every cache; the graph in .samband stays'
	@echo
	@echo 'Variables: PYTHON, VENV, DEMO_ARGS, SERVE_ARGS, PYTEST_ARGS, BENCH_ARGS, LOCK_ARGS'

demo: $(VENV)/runtime.stamp
	@$(BIN)/samband demo $(DEMO_ARGS)

serve: $(VENV)/runtime.stamp
	@$(BIN)/samband serve $(SERVE_ARGS)

# Tests start the program some hundred times: its bytecode is kept for them, also where the machine says to keep none.
test test-long coverage: export PYTHONDONTWRITEBYTECODE =
test test-long coverage: export PYTHONPYCACHEPREFIX = $(abspath $(VENV))/bytecode

test: lint
	$(BIN)/python -m pytest -m "not long and not quiet" $(PYTEST_ARGS)
	$(BIN)/python -m pytest -m "quiet and not long" tests/e2e

test-long: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -m "long and not quiet" $(PYTEST_ARGS)
	$(BIN)/python -m pytest -m "long and quiet" tests/e2e

coverage: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -m "not long and not quiet" $(ROOMS:%=--cov=%) --cov-report=term:skip-covered --cov-fail-under=$(COVERAGE) $(PYTEST_ARGS)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/dev.stamp
	$(BIN)/python -m docs.build

mutants: $(VENV)/dev.stamp
	$(BIN)/mutmut run --max-children 2
	$(BIN)/mutmut results

bench: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

lock: $(VENV)/bootstrap.stamp
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	printf 'pip\nsetuptools\nuv\n' | $(LOCK) -c requirements-dev.txt - -o requirements-bootstrap.txt

clean:
	rm -rf $(VENV) build mutants .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache *.egg-info
	find $(wildcard $(ROOMS) tests benchmarks) -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bootstrap.stamp: requirements-bootstrap.txt
	@for python in $(CANDIDATES) ''; do \
		"$$python" -c '$(SUITABLE)' 2>/dev/null && break; \
	done; \
	if [ -z "$$python" ]; then \
		echo 'Samband needs Python 3.11 or later with venv and pip, and none was found as: $(CANDIDATES)' >&2; \
		echo 'Install it (Debian, Ubuntu: apt-get install python3-venv; macOS: brew install python)' >&2; \
		echo 'or name one: make PYTHON=/path/to/python3' >&2; \
		exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	$(BIN)/python -c '$(SUITABLE)' 2>/dev/null || "$$python" -m venv --clear --without-pip $(VENV) || exit 1; \
	if "$$python" -m pip --version >/dev/null 2>&1; then \
		"$$python" -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
			--no-compile --require-hashes -r $<; \
	else \
		$(BIN)/python -m ensurepip >/dev/null && $(BIN)/python -m pip install --quiet \
			--disable-pip-version-check --no-compile --require-hashes -r $<; \
	fi
	@touch $@

$(VENV)/runtime.stamp: $(VENV)/bootstrap.stamp requirements.txt pyproject.toml
	@$(call install,--require-hashes -r requirements.txt)
	@$(call install,--no-deps --no-build-isolation -e .)
	@touch $@

$(VENV)/dev.stamp: $(VENV)/runtime.stamp requirements-dev.txt
	@$(call install,--require-hashes -r requirements-dev.txt)
	@touch $@
