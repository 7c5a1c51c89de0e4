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
    "draws": (
        N_("Uncertainty"),
        N_(
            "Everything uncertain that the price of the plan and of staying rests on is drawn together from its "
            "range, with the correlations that the documentation states; plan and staying are priced on the "
            "same draws, which the plan was not chosen on. P10 is the value that nine of ten draws exceed, P50 "
            "the middle one, P90 the value that one of ten exceeds. Each driver is also turned alone to its own "
            "P10 and P90. Nobody reacts inside a draw, with one exception: when less work comes than planned, "
            "those who are paid by their work are called off, while employees are paid as planned."
        ),
    ),
    "flips": (
        N_("What reverses the decision"),
        N_(
            "Each driver, and each pair of the weightiest, is moved from its mid values towards the ends of its "
            "range until the saving is zero. What cannot bring it to zero within its range does not reverse the "
            "decision alone."
        ),
    ),
    "strategies": (
        N_("Ways to decide, compared"),
        N_(
            "Each way to decide is the best plan that it allows under all limits of the case, priced on the "
            "same draws as staying. The chance to be best is the share of draws in which it saves most."
        ),
    ),
    "ways": (
        N_("Sites and forms alone"),
        N_(
            "For every work package, site and form the cheapest open option is compared with the cheapest way "
            "to stay, each package alone; an own unit bears its whole opening and running. Costs and limits "
            "that packages share are not in these numbers, so their sum is not a plan."
        ),
    ),
    "contact": (
        N_("Contact between sites"),
        N_(
            "Hours that packages spend together every week, as the case gives them, times the extra effort of "
            "an hour between the sites where both are, priced with the cost of an hour at home."
        ),
    ),
    "hand-over": (
        N_("Handing over"),
        N_(
            "Those who know the work teach while those who learn build up. Delivery is the productive time of "
            "both sites against the time that is needed; its lowest month shows how deep the dip is."
        ),
    ),
    "bring-back": (
        N_("Bringing work back"),
        N_(
            "People at full size, severance as months of pay where the company employs them, recruiting fees "
            "at home and teaching in the other direction, all at the prices of the last month of the horizon. "
            "Notice to a provider, closing a unit, repayment of grants and delivery lost meanwhile are not in "
            "it, since nobody publishes them."
        ),
    ),
    "support": (
        N_("State support"),
        N_(
            "Each scheme is asked with the plan's own people at each own unit, on the day on which it opens. "
            "The plan counts support only where the case claims it, in the month in which it is paid. What an "
            "authority grants at its discretion is named as a question, not counted."
        ),
    ),
    "company": (
        N_("Own units as a company"),
        N_(
            "All own units in Morocco are taken as one company that invoices its costs with a margin, with the "
            "calendar year as fiscal year, on mid values. Its costs are pay, charges, seats, recruiting, opening "
            "and running; trips and providers are paid at home. The profit after tax of a year is paid out in the "
            "next. Taxes are judged after the plan is chosen: they follow the costs that the plan lowers already."
        ),
    ),
    "record-of-offshoring": (
        N_("How such plans fared elsewhere"),
        N_(
            "Two surveys, both read in reports about them rather than in the originals and both old: Ventoro, "
            "about 2005, with 5,231 answers, and Deloitte, 2012, on large buyers of outsourcing. Most cases are "
            "about India. The numbers enter no calculation; they say how often plans like this disappoint."
        ),
    ),
    "stages": (
        N_("Stages and gates"),
        N_(
            "Stages stand in the order of their start, among equals the one first that saves most for its people. "
            "Gates lie half a year after each start and where the team is complete. The stop value is what a "
            "productive year of the package may cost before nothing is saved against staying, on mid values; "
            "costs that packages share are divided by the people who move."
        ),
    ),
    "pilots": (
        N_("Pilots and waiting"),
        N_(
            "In every scenario that the plan was chosen for, a pilot goes on, grows or is given up at a decision "
            "gate, whichever is cheapest once the scenario shows itself as a whole; that favours what is decided "
            "later. Growing is priced as a second move that learns nothing from the pilot, and limits hold as if "
            "every pilot grew. Waiting for the first gate is worth at least what the best plan saves that starts "
            "nothing before and learns nothing, and at most what knowing the scenario there would save."
        ),
    ),
    "knowledge": (
        N_("What knowing more is worth"),
        N_(
            "Over some of the scenarios, evenly spaced, the cost of the plan is held against a bound of what somebody "
            "who knows each of them would pay, two standard errors added: no market study can be worth more. The plan "
            "for the mean of all scenarios is searched for as well and priced in all of them."
        ),
    ),
    "worth": (
        N_("What a thing is worth"),
        N_(
            "The best plan is searched for again in a world that differs in one thing: a site is missing, a family of "
            "limits does not hold, one field of law blocks nothing, a labour market gives one person more in each "
            "quarter. The difference of cost is what the thing is worth, or costs; the gaps of both searches give its "
            "range."
        ),
    ),
    "blocked": (
        N_("Blocked options"),
        N_(
            "A blocked option is priced like any other, so that the paper can say what it would save if it "
            "were unblocked. Options that the same changes would unblock are shown together; the saving is "
            "that of the best of them."
        ),
    ),
}
"""Key → title and explanation."""
