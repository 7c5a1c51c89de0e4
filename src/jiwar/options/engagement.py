"""How work is held: the three forms of staying and the four forms of moving."""

from __future__ import annotations

from enum import StrEnum


class Engagement(StrEnum):
    """The form in which a work package is held at a site."""

    STAY_HIRE = "stay_hire"
    STAY_CONTRACT = "stay_contract"
    STAY_UNDONE = "stay_undone"
    CAPTIVE = "captive"
    PROVIDER = "provider"
    EMPLOYER_OF_RECORD = "employer_of_record"
    BUILD_OPERATE_TRANSFER = "build_operate_transfer"

    @property
    def stays(self) -> bool:
        """Whether the work stays at home."""
        return self in STAYING

    @property
    def own_unit(self) -> bool:
        """Whether the company opens a unit of its own at the site (at once or later)."""
        return self in {Engagement.CAPTIVE, Engagement.BUILD_OPERATE_TRANSFER}

    @property
    def employs(self) -> bool:
        """Whether the company pays wages at the site rather than fees, from the first day."""
        return self in {Engagement.CAPTIVE, Engagement.EMPLOYER_OF_RECORD}


STAYING = (Engagement.STAY_HIRE, Engagement.STAY_CONTRACT, Engagement.STAY_UNDONE)
"""The forms of staying, in the order in which they are listed to readers."""

MOVING = (
    Engagement.CAPTIVE,
    Engagement.PROVIDER,
    Engagement.EMPLOYER_OF_RECORD,
    Engagement.BUILD_OPERATE_TRANSFER,
)
"""The forms of moving, in the order in which they are listed to readers."""
