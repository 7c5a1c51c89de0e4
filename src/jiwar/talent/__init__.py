"""Who can be hired where: people, flows, languages, job titles, and what hiring faster costs."""

from jiwar.talent.draws import drawn_values
from jiwar.talent.flows import PoolFlows, TeamFlows, pool_flows, team_flows
from jiwar.talent.germany import (
    ShortagePoint,
    ShortageScenario,
    shortage_history,
    tightness,
    time_to_fill_at_home,
    vacancy_cost,
)
from jiwar.talent.hiring import (
    A_FIFTH,
    HiringAnswer,
    HiringNeed,
    Reach,
    SeniorityHiring,
    hiring,
    hiring_range,
    usual_mix,
)
from jiwar.talent.languages import (
    LEVELS,
    LanguageFit,
    LanguageNeed,
    Teaching,
    language_fit,
    language_share,
)
from jiwar.talent.occupations import Occupation, occupations
from jiwar.talent.pace import hiring_limit, time_to_fill
from jiwar.talent.pipelines import Pipeline, SupplyScenario, growth_factor, pipelines
from jiwar.talent.problems import TalentError
from jiwar.talent.profile import CityProfile, city_profile, city_profile_range
from jiwar.talent.tables import talent_facts, talent_sources, with_talent
from jiwar.talent.titles import TitleMatch, match_title, suggest_roles

__all__ = [
    "A_FIFTH",
    "LEVELS",
    "CityProfile",
    "HiringAnswer",
    "HiringNeed",
    "LanguageFit",
    "LanguageNeed",
    "Occupation",
    "Pipeline",
    "PoolFlows",
    "Reach",
    "SeniorityHiring",
    "ShortagePoint",
    "ShortageScenario",
    "SupplyScenario",
    "TalentError",
    "Teaching",
    "TeamFlows",
    "TitleMatch",
    "city_profile",
    "city_profile_range",
    "drawn_values",
    "growth_factor",
    "hiring",
    "hiring_limit",
    "hiring_range",
    "language_fit",
    "language_share",
    "match_title",
    "occupations",
    "pipelines",
    "pool_flows",
    "shortage_history",
    "suggest_roles",
    "talent_facts",
    "talent_sources",
    "team_flows",
    "tightness",
    "time_to_fill",
    "time_to_fill_at_home",
    "usual_mix",
    "vacancy_cost",
    "with_talent",
]
