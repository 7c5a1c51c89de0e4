"""How the outlook's numbers are made, one paragraph for each; numbers lead here."""

from __future__ import annotations

from jiwar.report.words import N_

METHODS: dict[str, tuple[str, str]] = {
    "outlook-model": (
        N_("The model"),
        N_(
            "Five branches grow from year to year as far as clients want, people can be found, seats exist and firms "
            "can grow; talent is a pipeline from entrants to people who leave the country. Every uncertain number is "
            "a fact with its range or a visible estimate of our own. They are fitted together to what was published, "
            "and each path draws one set of them with its own shocks. P10 is the value that nine of ten paths exceed, "
            "P50 the middle one, P90 the value that one of ten exceeds."
        ),
    ),
    "chances": (
        N_("Chances"),
        N_(
            "The chance of a target is the share of paths that reach it in its year. It is a statement of this model "
            "and its estimates, not a frequency of the world; what past plans reached stands beside it. Five or more "
            "years ahead, a chance near nothing or certainty means unlikely or likely."
        ),
    ),
    "definitions": (
        N_("Old and new statistics"),
        N_(
            "Exports are published in two series that are never joined. The model holds the new one and estimates the "
            "ratio between both from the only year in which both exist. A target is judged on the series it was set "
            "on, and the other is shown beside it."
        ),
    ),
    "levers": (
        N_("Levers"),
        N_(
            "Each lever is pulled alone from policy as it stands to the end of its reach, on the same draws; the "
            "difference is its effect. Its share of the spread is a Sobol’ index: all levers are drawn evenly from "
            "their reach, and the index is the part of the variance that would vanish without this lever. The reach "
            "of each lever is our own estimate of what policy could do."
        ),
    ),
    "what-it-would-take": (
        N_("What it would take"),
        N_(
            "The effort of a mix is the sum of the parts of their reach by which its levers are pulled: 1 is one "
            "lever pulled to its end, or two half way. The search pulls the lever that helps most, step by step on "
            "the same draws, then lets every lever back as far as the chance still holds; the mix is judged on fresh "
            "draws. A smaller mix may exist. Nobody publishes what each lever costs, so all ends of reach count as "
            "equally hard."
        ),
    ),
    "cost-per-job": (
        N_("Cost to the State"),
        N_(
            "Premiums paid divided by jobs subsidised, and by those of them that would not exist without. The second "
            "rests on the share of subsidised jobs that are additional, for which studies of wage subsidies give low "
            "values and nobody gives one for this sector. The third compares the same paths with and without premium."
        ),
    ),
    "labour": (
        N_("The labour market for companies"),
        N_(
            "Levels are the facts with which companies plan; the paths only move them. Pay follows the wages of the "
            "model; attrition and time to fill rise with scarcity by two estimates of our own. Neither is published by "
            "city, so cities differ in pay and people only."
        ),
    ),
    "trade": (
        N_("Trade"),
        N_(
            "The growth of exports on the new statistics against the goods deficit of 2025, before imported inputs. "
            "The German share is an estimate of our own moved by the model; nobody publishes it."
        ),
    ),
    "peers": (
        N_("Other countries"),
        N_(
            "Published jobs from the time at which each country passed the size that Morocco has now, read at "
            "constant growth between two numbers. What is counted differs: the numbers compare paces, not levels."
        ),
    ),
    "claims": (
        N_("Claims"),
        N_(
            "Where a claim is arithmetic, its verdict is recomputed from facts by a formula that the documentation "
            "shows; otherwise it is the judgement of a reader, and said to be."
        ),
    ),
}
"""Key → title and explanation."""
