"""Records in; their words out, safe for Markdown and HTML."""
