"""The commands of an editor: a word on the command line in; files or lines of text out."""
