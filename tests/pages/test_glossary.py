"""Words are explained where they first stand, and the glossary leads back to them."""

from __future__ import annotations
