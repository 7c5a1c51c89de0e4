"""The program `jiwar`: its commands, loaded only when called, and what happens when something goes wrong."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version

import cyclopts

from jiwar.diagnostics import JiwarError, as_json, as_text

EXIT_OK, EXIT_PROBLEM, EXIT_INTERRUPTED = 0, 2, 130

COMMANDS = {
    "compare": "Compare sites for one kind of work; no file needed.",
    "new": "Start a case from a shipped example.",
    "check": "Read a case and report every problem.",
    "assess": "Judge every data flow of a case by law, and write the papers that follow.",
    "plan": "Choose the best plan of a case.",
    "report": "Write the board paper of a plan.",
    "evaluate": "Judge the plan of a run on fresh draws.",
    "why": "Why this site, and what each limit, field of law and labour market costs the plan.",
    "jobs": "What it costs to keep jobs at home, from the cheapest plan to that which keeps most.",
    "explain": "Explain a code, a fact, a rule, an option or a line of a plan.",
    "facts": "Look into the facts, their sources and their grades.",
    "law": "List the rules of law and show what is coded.",
    "fund": "What the State would give: every scheme, eligible or not and why.",
    "tax": "What tax takes from an own unit: profit, tax and cash by year, before and after.",
    "pay": "What one person earns and costs: a pay slip line by line, or the gross pay for a net one.",
    "outlook": "The sector to 2035: how likely the targets are, and which lever moves them.",
    "hours": "Hours that sites share, by year and month.",
    "talent": "Whether people can be hired in a city by a date, and for what.",
}
"""Name of each command and its sentence; the module of the same name holds the function."""


def build_app() -> cyclopts.App:
    """Return the program with all commands; none of their modules is imported yet."""
    app = cyclopts.App(
        name="jiwar",
        help="Whether, where, when and how to place engineering work in Morocco: with sources and with law.",
        version=lambda: version("jiwar"),
        result_action="return_value",
    )
    for name, sentence in COMMANDS.items():
        app.command(f"jiwar.cli.commands.{name}:{name}", name=name, help=sentence)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; problems are printed to standard error and give exit code 2."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    wants_json = "json" in words and "--format" in words
    try:
        result = build_app()(words, exit_on_error=False, print_error=True)
    except JiwarError as error:
        render = as_json if wants_json else as_text
        sys.stderr.write(render(error.diagnostics) + "\n")
        return _leave(EXIT_PROBLEM)
    except cyclopts.CycloptsError:
        return _leave(EXIT_PROBLEM)
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return _leave(EXIT_INTERRUPTED)
    except BrokenPipeError:
        return EXIT_OK
    return result if isinstance(result, int) else EXIT_OK


def _leave(code: int) -> int:
    sys.stderr.flush()
    return code
