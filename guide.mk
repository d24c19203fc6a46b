# What every guide needs: to check, build, show and carry it. Python 3.11 or newer, and nothing else.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
GUIDE = PYTHONPATH=hooks $(RUN) -m commands
PORT ?= 8000
BASE ?= HEAD

.PHONY: site serve check paths diff review schema export

site: $(VENV)/site.done
	@$(GUIDE) site --site-url '$(SITE_URL)'

serve: $(VENV)/site.done
	@$(GUIDE) serve $(PORT)

check: $(VENV)/site.done
	@$(GUIDE) check

paths: $(VENV)/site.done
	@$(GUIDE) paths

# What changed for readers since a revision, as Markdown: make diff BASE=main
diff: $(VENV)/site.done
	@$(GUIDE) diff '$(BASE)'

# What a reviewer has read, as hashes in docs/reviews/: make review NAME=a-name
review: $(VENV)/site.done
	@$(GUIDE) review '$(NAME)'

# An editor completes and explains every field of the data file with it.
schema: $(VENV)/site.done
	@$(GUIDE) schema

export: $(VENV)/site.done
	@$(GUIDE) export $(or $(OUT),export)

# Each looks whether anything is to be done; two at once wait for each other.
$(VENV)/site.done: always
	@$(PYTHON) install.py $(VENV) site requirements.txt

always:
