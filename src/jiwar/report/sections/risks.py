"""The risks that weigh most in this run, with their early signs and who watches them."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.report.amount import Amount
from jiwar.report.blocks import Align, Column, Narrow, Paragraph, Parts, Row, Section, Table
from jiwar.report.context import ReportContext
from jiwar.report.sections.cells import nothing, thousand_cell
from jiwar.report.sections.phrases import to_review
from jiwar.report.texts import Texts, words
from jiwar.report.words import N_

_TEN = 10
_FELT_EUR = 500.0

_DRAWN: dict[str, tuple[str, str]] = {
    "effort_multiplier": (
        N_(
            "rework and questions per week rise; delivery per person stays below plan after the learning time"
        ),
        N_("head of engineering"),
    ),
    "interaction_overhead": (
        N_("meetings between sites grow; decisions wait for the other site"),
        N_("head of engineering"),
    ),
    "synchronous_loss_per_hour": (
        N_("shared hours stay unused; answers take until the next day"),
        N_("head of engineering"),
    ),
    "learning_months": (
        N_("new people are not productive alone after the months planned"),
        N_("team leads at both sites"),
    ),
    "start_productivity": (
        N_("first deliveries need more correction than planned"),
        N_("team leads at both sites"),
    ),
    "knowledge_months": (N_("teachers are asked for longer than planned"), N_("team leads at both sites")),
    "pay": (N_("offers are declined; agreed pay leaves the range of the plan"), N_("human resources")),
    "wage_growth": (N_("raises and market surveys run ahead of the growth assumed"), N_("controlling")),
    "rate_growth": (N_("providers announce higher rates at renewal"), N_("purchasing")),
    "provider_rate": (N_("offers exceed the rate assumed"), N_("purchasing")),
    "attrition": (
        N_("notices per quarter exceed the plan; counter-offers become frequent"),
        N_("human resources"),
    ),
    "time_to_fill": (
        N_("posts are open longer than planned; few applicants per post"),
        N_("human resources"),
    ),
    "authority_delay": (
        N_("an authority or counsel has not answered by the date in the list of duties"),
        N_("data protection officer and legal"),
    ),
    "support_delay": (N_("a payment is not there in the quarter after it fell due"), N_("controlling")),
    "circular_cut": (N_("a budget law or a circular changes the offshoring offer"), N_("tax adviser")),
    "fx": (N_("the rate leaves the band around the assumption for a quarter"), N_("treasury")),
}

_LOWER = {
    "value_of_work": (N_("orders fall; open posts no longer cost revenue"), N_("management")),
    "support_paid": (N_("an application is answered with a smaller sum than asked for"), N_("controlling")),
}

_OTHER = (N_("the number leaves its range when it is compared with the plan each quarter"), N_("controlling"))


@dataclass(frozen=True, slots=True)
class _Risk:
    name: str
    loss_eur: Amount | None
    sign: str
    owner: str


def risks(context: ReportContext, texts: Texts) -> Section:
    """List the ten that cost most, then what cannot be priced."""
    found = [*_priced(context, texts), *_unpriced(context, texts)]
    columns = (
        Column(texts("What can go wrong")),
        Column(texts("Saving lost"), Align.NUMBER, texts("thousand EUR")),
        Column(texts("Early sign")),
        Column(texts("Who watches")),
    )
    rows = tuple(
        Row((words(one.name), _loss(texts, one), words(one.sign), words(one.owner))) for one in found
    )
    opening = texts(
        "The first rows are the numbers whose worse edge (one draw in ten is worse) takes most of the saving; "
        "the others have no price. Each has a sign that shows early."
    )
    caption = texts("Risks in the order of what they cost, with early signs and who watches them.")
    table = Table(caption, columns, rows, Narrow.STACK)
    return Section("risks", texts("Risks and early signs"), (Paragraph(words(opening)), table))


def _loss(texts: Texts, one: _Risk) -> Parts:
    return nothing() if one.loss_eur is None else thousand_cell(texts, one.loss_eur, signed=False)


def _priced(context: ReportContext, texts: Texts) -> list[_Risk]:
    judged = context.judged
    if judged is None:
        return []
    middle = judged.on_mid_values_eur.value
    found = []
    for one in judged.turned:
        worse = min(one.at_p10_eur, one.at_p90_eur, key=lambda amount: amount.value)
        loss = middle - worse.value
        if loss <= _FELT_EUR:
            continue
        higher = one.at_p90_eur.value < one.at_p10_eur.value
        signs = _DRAWN if higher else _LOWER
        sign, owner = signs.get(one.driver.split("/")[0], _OTHER)
        name = (
            texts("{name}: higher than assumed", name=one.name)
            if higher
            else texts("{name}: lower than assumed", name=one.name)
        )
        found.append(_Risk(name, Amount(loss, worse.origins), texts(sign), texts(owner)))
    return sorted(found, key=lambda risk: -(risk.loss_eur.value if risk.loss_eur else 0.0))[:_TEN]


def _unpriced(context: ReportContext, texts: Texts) -> list[_Risk]:
    found = []
    names = to_review(context)
    if names:
        found.append(
            _Risk(
                texts(
                    "An open question of law on {packages} is answered with no", packages=texts.listed(names)
                ),
                None,
                texts("no written answer three months before the start"),
                texts("data-protection officer and legal department"),
            )
        )
    if any(one.family == "hiring" and one.binds for one in context.limits):
        found.append(
            _Risk(
                texts("The labour market gives fewer people than the plan takes"),
                None,
                texts("hires of a quarter below plan"),
                texts("human resources"),
            )
        )
    crowded = () if context.talent is None else tuple(context.talent.crowded())
    if crowded:
        found.append(
            _Risk(
                texts("Rivals react to hiring a large share of a city’s people"),
                None,
                texts("offers of rivals to own people"),
                texts("human resources"),
            )
        )
    found.append(
        _Risk(
            texts("A key person leaves before the knowledge is handed over"),
            None,
            texts("one person alone can answer questions on a package"),
            texts("team leads at both sites"),
        )
    )
    found.append(
        _Risk(
            texts("A customer, certificate or insurer objects"),
            None,
            texts("no written consent on file at the start"),
            texts("sales and quality management"),
        )
    )
    return found
