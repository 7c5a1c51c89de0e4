"""Names of what data and law are written in (tables of facts, units, levies, inputs) as readers see them."""

from __future__ import annotations

import re

from jiwar.report.texts import Texts
from jiwar.report.words import N_

_TABLES = {
    "adequacy_wait": N_("Wait for an adequacy decision"),
    "annual_leave": N_("Annual leave"),
    "attrition": N_("Attrition"),
    "authority_delay": N_("Delay of authorities and counsel"),
    "bot_premium": N_("Premium of build-operate-transfer"),
    "bot_transfer_fee": N_("Transfer fee of build-operate-transfer"),
    "circular_cut": N_("Early end of the offshoring circular"),
    "coordination_elasticity": N_("Coordination effort by shared hours"),
    "daily_hours": N_("Daily hours"),
    "demand_growth": N_("Growth of demand beyond the plan"),
    "effort_multiplier": N_("Effort at a distance"),
    "employer_spread_share": N_("Spread over employers"),
    "eor_fee": N_("Fee of an employer of record"),
    "cost_plus_margin": N_("Margin on the costs of an own unit"),
    "fx": N_("Exchange rates"),
    "hiring_share": N_("Share that one employer can hire"),
    "interaction_overhead": N_("Effort of interactions between sites"),
    "knowledge_months": N_("Months of knowledge transfer"),
    "learning_depth": N_("Depth of learning"),
    "learning_months": N_("Months of learning"),
    "office_rent": N_("Office rent"),
    "pay": N_("Pay"),
    "provider_rate": N_("Rates of providers"),
    "provider_reach": N_("Reach of providers"),
    "rate_growth": N_("Growth of rates"),
    "recruiting_fee": N_("Recruiting fee"),
    "seat": N_("Seats"),
    "seat_area": N_("Area of a seat"),
    "seat_equipment": N_("Equipment of a seat"),
    "seniority_share": N_("Share by seniority"),
    "severance": N_("Severance"),
    "site_opening": N_("Opening an own unit"),
    "site_running": N_("Running an own unit"),
    "start_productivity": N_("Productivity at the start"),
    "support_delay": N_("Delay of State payments"),
    "support_paid": N_("Part of the support that is paid"),
    "synchronous_loss_per_hour": N_("Loss for every shared hour that is missing"),
    "talent_stock": N_("People in the labour market"),
    "teaching_share": N_("Share of teachers"),
    "time_to_fill": N_("Time to fill a post"),
    "travel_trip": N_("Cost of a trip"),
    "trips_per_year": N_("Trips a year"),
    "wage_growth": N_("Wage growth"),
}

_UNITS = {
    "year": N_("year"),
    "years": N_("years"),
    "month": N_("month"),
    "months": N_("months"),
    "day": N_("day"),
    "days": N_("days"),
    "hour": N_("hour"),
    "hours": N_("hours"),
    "quarter": N_("quarter"),
    "week": N_("week"),
    "people": N_("people"),
    "jobs": N_("jobs"),
    "count": N_("count"),
    "points": N_("points"),
    "rank": N_("rank"),
    "ratio": N_("ratio"),
    "per": N_("per"),
}

_SENIORITIES = {
    "junior": N_("junior"),
    "mid": N_("mid"),
    "senior": N_("senior"),
    "lead": N_("lead"),
}

_LEVIES = {
    "care": N_("long-term care"),
    "common_contingencies": N_("common contingencies"),
    "disability": N_("disability"),
    "family_allowances": N_("family allowances"),
    "funds_on_basic_pay": N_("funds on basic pay"),
    "guaranteed_benefits_fund": N_("guaranteed benefits fund"),
    "health": N_("health insurance"),
    "health_cover": N_("health cover"),
    "housing_fund": N_("housing fund"),
    "insolvency_levy": N_("insolvency levy"),
    "intergenerational_equity": N_("intergenerational equity"),
    "job_loss_fund": N_("job loss fund"),
    "labour_fund": N_("labour fund"),
    "pension": N_("pension insurance"),
    "short_term_benefits": N_("short-term benefits"),
    "short_term_risks": N_("short-term risks"),
    "social_insurance": N_("social insurance"),
    "social_security": N_("social security"),
    "solidarity": N_("solidarity contribution"),
    "training_tax": N_("training tax"),
    "unemployment": N_("unemployment insurance"),
    "vocational_training": N_("vocational training"),
    "wage_guarantee": N_("wage guarantee"),
    "work_accident": N_("accidents at work"),
    "work_insurance": N_("work insurance"),
}


def table_name(texts: Texts, key: str) -> str:
    """Name a table of facts; one without a name of its own is shown as written."""
    return texts(_TABLES[key]) if key in _TABLES else key.replace("_", " ").capitalize()


def unit_name(texts: Texts, unit: str) -> str:
    """Write a unit such as ``EUR/year`` or ``months`` in a language; currencies stay as they are, ratios have none."""
    if unit == "ratio":
        return ""
    return re.sub(
        r"[a-z]+", lambda part: texts(_UNITS[part[0]]) if part[0] in _UNITS else part[0], unit
    ).replace("percent", "%")


def seniority(texts: Texts, key: str) -> str | None:
    """Name a seniority; None for what is none."""
    return texts(_SENIORITIES[key]) if key in _SENIORITIES else None


def levy(texts: Texts, key: str) -> str:
    """Name a levy on pay."""
    return texts(_LEVIES[key]) if key in _LEVIES else key.replace("_", " ")
