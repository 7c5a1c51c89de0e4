"""How the paper's own numbers are made, one sentence or two for each; numbers lead here."""

from __future__ import annotations

from jiwar.report.words import N_

METHODS: dict[str, tuple[str, str]] = {
    "plan": (
        N_("Choosing the plan"),
        N_(
            "Every work package can be done in many ways: at a site, in a form of engagement, from a month "
            "on, or at home. Each way is priced month by month and assessed by law before any choice is "
            "made; the plan is the lawful combination with the lowest total cost under the limits of the "
            "case, found by mixed-integer optimisation together with a bound that no other combination can "
            "beat."
        ),
    ),
    "staying": (
        N_("Staying"),
        N_(
            "The plan is compared with staying: every work package done in its cheapest way at home, by "
            "people hired there, by contractors, or with posts left open. Staying is not free: posts stay "
            "vacant while people are sought, and work left undone has a value."
        ),
    ),
    "present-value": (
        N_("Present value"),
        N_(
            "Amounts of later years are worth less today. They are discounted from the middle of their "
            "month at the yearly rate of the case. Sums by line and the saving are present values; the "
            "curve of cash is not discounted, since it shows what is paid."
        ),
    ),
    "undone-work": (
        N_("Work left undone"),
        N_(
            "Productive time that is needed but not delivered is valued with the contribution that the "
            "case gives for a full year of work. It is missed, not paid; the paper therefore never adds it "
            "to cash without saying so."
        ),
    ),
    "break-even": (
        N_("Break-even"),
        N_(
            "Extra cash against staying is added up month by month. Break-even is the month from which "
            "this sum stays at or below zero until the end of the horizon."
        ),
    ),
    "headcount": (
        N_("People by quarter"),
        N_(
            "People are means over the quarter. At a new site they grow as posts are filled; at home, "
            "those who teach stay until the knowledge is handed over. A site builds up until it delivers "
            "nine tenths of the work that has moved there."
        ),
    ),
    "talent-pool": (
        N_("People who can be hired"),
        N_(
            "The people of a role and seniority in a city are the people of its family of roles there, times "
            "the share of the role, times the share of the seniority. One employer can hire a small share of "
            "them in a quarter at market pay. Nearly all of these numbers are estimates of our own."
        ),
    ),
    "price-grade": (
        N_("Share of cost by grade"),
        N_(
            "Each line of cost of each work package is divided evenly among the prices that it rests on "
            "(pay, fees, rents, trips) and counted under the grades of their sources. How much of a price "
            "is needed also depends on estimates of how teams fill, learn and lose people; the share that "
            "does is given beside it."
        ),
    ),
    "smallest-clear-saving": (
        N_("Small savings"),
        N_(
            "Where uncertainty was not computed, a saving below 5 % of the cost of staying is called too "
            "small to act on. The threshold is our own judgement: realised savings fall short of promised "
            "ones, and no input is known that well."
        ),
    ),
    "blocked": (
        N_("Blocked options"),
        N_(
            "A blocked option is priced like any other, so that the paper can say what it would save if it "
            "were unblocked. Options blocked for the same reasons are shown together; the saving is that "
            "of the best of them."
        ),
    ),
}
"""Key → title and explanation."""
