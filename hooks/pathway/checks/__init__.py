"""Content in; every problem in it out, each with its place."""
