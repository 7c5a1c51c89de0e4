"""Flows drawn at random, every field of which may be unknown."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jiwar.law import CODED_FROM, CODED_UNTIL, Access, Data, Flow, Instrument, Relation, Roles, Staffing, Tia

MAYBE = st.sampled_from([True, False, None])
COUNTRIES = ("MA", "PL", "TN", "IN", "EG", "TR", "RS", "GB", "US", "BR", "CH", "VN", "UA", "KE")

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "exporter_country": st.sampled_from(["DE", "FR", "NO", "MA"]),
    "importer_country": st.sampled_from([*COUNTRIES, None]),
    "onward_countries": st.sampled_from([frozenset(), frozenset({"US"}), frozenset({"PL"}), None]),
    "relation": st.sampled_from([*Relation, None]),
    "roles": st.sampled_from([*Roles, None]),
    "access": st.sampled_from([*Access, None]),
    "categories": st.frozensets(st.sampled_from(list(Data)), min_size=1, max_size=5) | st.none(),
    "instrument": st.sampled_from([*Instrument, None]),
    "scc_module": st.sampled_from([1, 2, 3, 4, None]),
    "tia": st.sampled_from([*Tia, None]),
    "staffing": st.sampled_from([*Staffing, None]),
    "home_employees": st.sampled_from([5, 420, 3_500, None]),
    "travel_days_to_germany": st.sampled_from([0, 10, 120, None]),
    "posting_months": st.sampled_from([0, 24, 48, 90, None]),
}
for _name in Flow.__dataclass_fields__:
    FIELDS.setdefault(_name, MAYBE)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Draw a flow."""
    return Flow(**{name: draw(values) for name, values in FIELDS.items()})


DAYS = st.dates(min_value=CODED_FROM, max_value=CODED_UNTIL)
