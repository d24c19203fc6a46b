"""One data file and its prose in, every page of a guide out.

The package never imports MkDocs: `pathway.build.build(docs)` takes a folder and returns texts.
"""
