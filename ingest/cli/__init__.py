"""The command line `mahdar`: parse, call, exit code. Commands are imported when they are used, so `--help` is quick."""

from __future__ import annotations

import importlib
import sys

import click

from kg.errors import FULL, InputError, MahdarError, OutputError, StoreError

# command -> (module below ingest.cli, function, one line of help)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "ask": ("ask", "ask", "Answer a canned question, list them, or explain one."),
    "build": ("build", "build", "Articles to store, report, Turtle and N-Quads in one go."),
    "demo": ("demo", "demo", "Build and question the sample articles that come with Mahdar."),
    "derive": ("derive", "derive", "Identity and current layer anew from the stored claims."),
    "explain": ("explain", "explain", "Every claim over the text of one article, with the rule that made it."),
    "export": ("export", "export", "Write the graph as Turtle, TriG, N-Quads, JSON-LD or CSV."),
    "facts": ("facts", "facts", "What the graph says as JSON Lines, one fact a line."),
    "ingest": ("build", "ingest", "Read articles into a store."),
    "lexicon": ("lexicon", "lexicon", "Check the lexicons for conflicts and dead entries."),
    "link": ("link", "link", "Link entities to Wikidata and review the links."),
    "query": ("query", "query", "Run free SPARQL from a file or standard input."),
    "reconcile": ("reconcile", "reconcile", "Entity reconciliation service, for OpenRefine."),
    "remove": ("build", "remove", "Remove articles from a store."),
    "same": ("identity", "same", "Say that two things are one."),
    "different": ("identity", "different", "Say that two things are not one."),
    "why": ("identity", "why", "Why two things are held to be one, or not."),
    "contradictions": ("disagreement", "contradictions", "Claims that cannot both hold, updates, precision, scope."),
    "history": ("disagreement", "history", "What was known when, about a meeting, person or coalition."),
    "diff": ("diff", "diff", "What changed between two stores or exports."),
    "validate": ("validate", "validate", "Check a store or an RDF file against the shapes."),
    "wikidata": ("wikidata", "wikidata", "The Wikidata snapshot: refresh, conflicts, contributions."),
}


class LazyGroup(click.Group):
    """Lists all commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"ingest.cli.{module}"), function)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][2]) for name in sorted(COMMANDS)])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mahdar", prog_name="mahdar")
def cli() -> None:
    """Mahdar reads news on international coalitions into a graph where every statement has its sentence."""


def main() -> None:
    """Entry point: errors meant for users become one line on standard error and their exit code."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except MahdarError as error:
        click.echo(f"mahdar: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        click.echo(f"mahdar: {error.filename or 'output'}: {error.strerror or error}", err=True)
        known = StoreError if error.errno in FULL else InputError if error.filename else OutputError
        sys.exit(known.exit_code)
