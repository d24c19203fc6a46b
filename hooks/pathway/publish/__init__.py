"""Finished texts in; what is published beside and inside the pages out."""
