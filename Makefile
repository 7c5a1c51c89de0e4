# Two commands matter: `make demo` and `make test`. Each sets up its own virtual environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check fast slow docs benchmark clean

demo: $(READY)  ## plan the shipped case and point to its report
	@rm -rf runs/brake-validation runs/demo
	@$(BIN)/jiwar new runs/brake-validation --from brake-validation
	@$(BIN)/jiwar plan runs/brake-validation --out runs/demo --gap 0.025 --report --open

test: check fast slow  ## all checks: lint, types, architecture, tests

check: $(READY)  ## lint, formatting, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/build_docs.py --check

fast: $(READY)  ## quick tests, on all processors
	$(BIN)/pytest -q -m "not slow" -n auto --dist loadfile

slow: $(READY)  ## searches, browsers and office programs: on all processors too, each file in one process
	$(BIN)/pytest -q -m slow -n auto --dist loadfile

docs: $(READY)  ## write the generated pages of docs/
	$(BIN)/python tools/build_docs.py

benchmark: $(READY)  ## time building, pricing and choosing on the examples
	$(BIN)/python benchmarks/examples.py

$(READY): pyproject.toml requirements/lock.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Jiwar needs Python 3.11 or newer; run: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "This Python has no venv module; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Installing Jiwar and its tools into $(VENV) (about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements/lock.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) runs .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
