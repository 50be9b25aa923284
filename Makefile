# make run    install and extract the five articles of seeds/
# make test   install and run the tests
# make check  what CI runs: lint, types, tests, docs
# make models make the embedded models from the corpora
# make bench  how fast tagging is, as ratios of one run
# make mutants  which small faults in the rules no test notices; half an hour

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.PHONY: run test install check lint types models bench mutants clean

run: $(STAMP)
	$(BIN)/syria-events extract seeds/ -o events.csv --force
	$(BIN)/syria-events show events.csv

test: $(STAMP)
	$(BIN)/pytest

install: $(STAMP)
	@echo "Installed. Call the program as: $(BIN)/syria-events"

check: lint types test

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

models: $(STAMP)
	$(BIN)/pip install --quiet --constraint constraints.txt --group training
	$(BIN)/python -m syria_events.training prepare
	$(BIN)/python -m syria_events.training train vectors surface forward_charlm backward_charlm tokenize mwt lemma pos depparse ner_teacher ner_student ner_news ner
	$(BIN)/python -m syria_events.training pack
	$(BIN)/python -m syria_events.training spelling
	$(BIN)/python -m syria_events.training measure

bench: $(STAMP)
	$(BIN)/python -m syria_events.training bench

mutants: $(STAMP)
	$(BIN)/python -m tests.mutants

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Error: Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Error: Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'
# torch first, from PyTorch's own index: the build that pip finds elsewhere may be CUDA's, gigabytes that are never used
	$(BIN)/pip install -qq --retries 0 --extra-index-url https://download.pytorch.org/whl/cpu \
	  --constraint constraints.txt torch
	$(BIN)/pip install --quiet --constraint constraints.txt --group dev --editable .
	@touch $@

clean:
	rm -rf $(VENV) build dist events.csv .hypothesis .pytest_cache .mypy_cache .ruff_cache
