"""Content and model in; the text of every page and sheet out."""
