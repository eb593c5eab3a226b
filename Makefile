# Two commands do all the set-up, where there is only Python with venv, and make:
#   make run     opens the reader on the five articles (make run ARGS='table' for a command, ARGS=FOLDER for your own)
#   make test    passes the tests
PYTHON := $(shell for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet --constraint constraints.txt
SOURCES := src tests benchmarks screenshots fuzz

.PHONY: help run test check static cover bench fuzz screenshots clean

help:
	@sed -n 's/^#   //p' Makefile
	@echo "make check   format, lint, types, imports, and the tests with branch coverage"
	@echo "make bench   words and queries per second (ARGS=FOLDER for your own texts)"
	@echo "make fuzz    ten minutes of bytes that nobody thought of (ARGS=-max_total_time=60 for one, ARGS=pages for one target)"
	@echo "make screenshots, make clean"

run: $(VENV)/run.stamp
	@$(BIN)/iraqreader $(ARGS)

test: $(VENV)/dev.stamp
	$(BIN)/pytest --numprocesses auto --quiet $(ARGS)

check: static cover

static: $(VENV)/dev.stamp
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

cover: $(VENV)/dev.stamp
	$(BIN)/pytest --numprocesses auto --quiet --cov --cov-report term --cov-fail-under 95 $(ARGS)

bench: $(VENV)/run.stamp
	$(BIN)/python -m benchmarks $(ARGS)

fuzz: $(VENV)/run.stamp
	$(PIP) --editable '.[fuzz]'
	$(BIN)/python -m fuzz $(ARGS)

screenshots: $(VENV)/dev.stamp
	$(BIN)/python -m screenshots

clean:
	rm -rf $(VENV) dist build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(VENV)/bin/pip:
	$(if $(PYTHON),,$(error iraqreader needs Python 3.11 or newer as python3))
	$(PYTHON) -m venv $(VENV)

# Plain `make run` needs no more than the program itself; whatever was installed for development serves it too.
$(VENV)/run.stamp: pyproject.toml constraints.txt | $(VENV)/bin/pip
	$(PIP) --editable .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml constraints.txt | $(VENV)/bin/pip
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/run.stamp
