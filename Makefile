# Two commands matter: `make run` and `make test`. `make` alone lists them all.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8050
DATA ?= data/for-all-mankind
export HOST PORT DATA

venv := .venv
python := $(venv)/bin/python
install := -m pip --quiet --no-input --disable-pip-version-check install

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run check test lint browser bench picture lock clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

run: check ## serve on HOST and PORT (127.0.0.1:8050), from the data folder DATA
	@exec $(python) -m gunicorn

check: $(venv)/.run-installed ## say every problem of the data folder DATA
	@$(python) -m timeline check $(DATA)

test: check lint browser ## check the data, then the code, then run every test
	@$(python) -m pytest -n auto --maxprocesses 4 -m "not browser"
	@$(python) -m pytest -n auto --maxprocesses 2 -m browser

lint: $(venv)/.test-installed ## ruff and mypy
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy

browser: $(venv)/.test-installed
	@$(python) -m tests.chrome

bench: browser ## measure: figures, payloads, requests and the page in the browser
	@$(python) -m tests.bench

picture: browser ## take the README's picture of the running app
	@$(python) -m tests.picture

lock: ## pin the newest versions that pyproject.toml allows
	@$(PYTHON) -m venv --clear $(venv)/lock
	@$(venv)/lock/bin/python $(install) uv==0.13.9
	@$(venv)/lock/bin/uv pip compile --quiet --upgrade --universal --all-extras --python-version 3.11 \
		--no-config --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

clean: ## remove the environment and the tools' caches
	rm -rf $(venv) .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Stamps: a second `make run` installs nothing. The tests' packages come on top of the app's,
# one after the other, so that `make -j` never runs two pips in one environment.
$(python):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed and \
	$(PYTHON) is %d.%d: name another with PYTHON=..." % sys.version_info[:2])'
	@$(PYTHON) -m venv --clear $(venv)

$(venv)/.run-installed: pyproject.toml requirements.lock | $(python)
	@echo "Installing the app into $(venv) (only this once) ..."
	@$(python) $(install) --constraint requirements.lock --editable .
	@touch $@

$(venv)/.test-installed: $(venv)/.run-installed
	@echo "Installing what the tests need ..."
	@$(python) $(install) --constraint requirements.lock --editable '.[test]'
	@touch $@
