"""The command line: `python -m commands --help`, with `hooks` on the path. `make` calls it."""

import io
import json
import re
import sys
from pathlib import Path

import click

from commands import diff, export, review, serve, site
from pathway.publish import atomic
from pathway.publish.trouble import told
from pathway.records.pathway import Pathway
from pathway.source.problems import ContentError

SCHEMA = "docs/pathway.schema.json"
ROOT = site.ROOT


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Check, build, show and carry the guide. Every mistake is one line, all of them at once."""
    atomic.complete(ROOT)


@cli.command("site")
@click.option("--site-url", default="", help="The address under which the site will be found.")
@click.option("--booklet", default="", help="A Python that has WeasyPrint: it prints the booklet, too.")
@click.option("--appendix", is_flag=True, help="Print the evidence at the booklet's end.")
def _site(site_url: str, booklet: str, appendix: bool) -> None:
    """Check everything, and write site/ and dist/ as a whole."""
    site.log_to_stderr()
    site.publish(ROOT, site_url, booklet, appendix)
    click.echo(f"site/ holds {sum(1 for _ in (ROOT / 'site').rglob('*.html'))} pages.")


@cli.command("serve")
@click.argument("port", type=click.IntRange(1, 65535), default=serve.PORT)
def _serve(port: int) -> None:
    """Show the site live, and build it anew when a file is saved."""
    serve.serve(port)


@cli.command()
def check() -> None:
    """Only check, with the same messages as a build, and print the table of results and options."""
    content = site.check_content(ROOT)
    click.echo(export.paths(ROOT))
    click.echo(f"No problems in {len(content.pages)} pages. Content hash {content.hash[:12]}.")


@cli.command()
def paths() -> None:
    """Print every path of the decision guide."""
    click.echo(export.paths(ROOT))


@cli.command()
def schema() -> None:
    """Write the JSON Schema of the data file."""
    (ROOT / SCHEMA).write_text(json_schema(), "utf-8")
    click.echo(f"{SCHEMA} is written.")


@cli.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def _export(folder: Path) -> None:
    """Write the guide as plain Markdown that builds without the hook."""
    click.echo(f"{export.export(folder, ROOT)} pages are written to {folder}.")


@cli.command("diff")
@click.argument("base")
def _diff(base: str) -> None:
    """Print what changed for readers since a git revision, as Markdown."""
    click.echo(diff.diff(base, ROOT))


def _file_name(_context: click.Context, _parameter: click.Parameter, given: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", given):
        raise click.BadParameter(
            "small letters, digits and single hyphens, as in make review NAME=first-reader."
        )
    return given


@cli.command("review")
@click.argument("name", callback=_file_name)
def _review(name: str) -> None:
    """Write what a reviewer has read: the hashes of all that the guide says now."""
    path = review.write(name, ROOT)
    click.echo(f"{path.relative_to(ROOT)} is written. Name it under 'reviews' in docs/pathway.yml:")
    click.echo(f"  - {{who: , qualification: , on: , file: {path.name}}}")


def json_schema() -> str:
    """Return the JSON Schema of the data file, made from the records."""
    return json.dumps(Pathway.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Run one command. Mistakes of the content are told one a line, with status 1; of the words, with 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal of few letters is told all the same
    try:
        cli(prog_name="commands", standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"{error.format_message()} Try: python -m commands --help", err=True)
        sys.exit(2)
    except site.Refused as error:
        click.echo(f"{error}\nNothing was changed in site/.", err=True)
        sys.exit(1)
    except click.Abort:
        sys.exit(130)
    except (ContentError, diff.NoBase, export.NotEmpty, review.ReadBefore, OSError) as error:
        click.echo(told(error) if isinstance(error, OSError) else error, err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
