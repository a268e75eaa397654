# RhythmCap: every command sets up what it needs and can be run on a fresh machine.
#   make run            set up once, then open the window on the demo library
#   make test           set up once, then run the tests
PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
JOBS ?= $(shell $(PY) -c "import os; print(min(4, os.cpu_count() or 1))")
INSTALL := $(PIP) install --prefer-binary -c constraints.txt

.PHONY: run test soak bench bench-learning bench-queue bench-peers wheel bundle appimage lint format screenshots translations starter-model system system-test clean

run: system $(VENV)/.installed
	@$(BIN)/rhythmcap --demo

# An idle worker takes tests from the other's end. Compiled modules are kept, whatever the shell says:
# hundreds of processes start from them. What plays in real time has the machine for itself afterwards.
test: export PYTHONDONTWRITEBYTECODE =
test: system-test $(VENV)/.installed-test
	OMP_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(JOBS) --dist worksteal \
		-m "not slow and not gpu and not realtime"
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "realtime and not slow" \
		$$(grep -rl --include="test_*.py" null_sink tests)

soak: system-test $(VENV)/.installed-test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m slow --timeout 3600

bench: system-test $(VENV)/.installed-test
	@$(BIN)/python packaging/bench.py

# BENCH="--quick" or other arguments, see packaging/bench_learning.py
bench-learning: system-test $(VENV)/.installed-test
	@$(BIN)/python packaging/bench_learning.py $(BENCH)

# how many answers a queue saves; QUEUE="--runs 5" or other arguments
bench-queue: system-test $(VENV)/.installed-test
	@$(BIN)/python packaging/bench_queue.py $(QUEUE)

# beside the musicnn package, Essentia and librosa, in an environment of their own (3 GB);
# PEERS=FOLDER names it, SONGS=FOLDER gives MP3s of yours
bench-peers: system-test $(VENV)/.installed-test
	@$(BIN)/python packaging/bench_peers.py $(if $(PEERS),--peers "$(PEERS)") $(if $(SONGS),--songs "$(SONGS)")

# what pipx, uv and pip install, and the source package
wheel: $(BIN)/python
	@$(PIP) install --quiet "hatchling>=1.25,<2"
	$(BIN)/python -m hatchling build

bundle: system $(VENV)/.installed
	@$(PIP) install --prefer-binary "pyinstaller>=6.16,<7"
	$(BIN)/pyinstaller --noconfirm --workpath build packaging/rhythmcap.spec
	@echo "RhythmCap: dist/rhythmcap can be copied to a computer of this kind; start dist/rhythmcap/rhythmcap"

# one file for Linux desktops; OPTIONS="--runtime FILE" where AppImage's cannot be downloaded
appimage: bundle
	@$(BIN)/python packaging/appimage/make_appimage.py $(OPTIONS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: system-test $(VENV)/.installed-test
	$(BIN)/python packaging/screenshots.py

translations: $(VENV)/.installed
	$(BIN)/python packaging/i18n/update.py

starter-model: $(VENV)/.installed
	$(BIN)/python packaging/make_starter_model.py

system:
	@$(PY) packaging/system_packages.py run

system-test:
	@$(PY) packaging/system_packages.py test

$(BIN)/python:
	@echo "RhythmCap: making a virtual environment in $(VENV)"
	@$(PY) -m venv $(VENV)

# torch first and by its exact version: a range would pick a build with gigabytes of CUDA.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "RhythmCap: installing what it needs (once; about two minutes and 1.7 GB)"
	@$(PIP) install --prefer-binary torch==2.13.0
	@$(INSTALL) -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(INSTALL) -e ".[test]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed-test
	@$(INSTALL) -e ".[test,dev]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
