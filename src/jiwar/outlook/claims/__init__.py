"""Claims that are made in public about the sector, each judged with numbers and sources."""

from jiwar.outlook.claims.audit import Audit, audit_claims
from jiwar.outlook.claims.claim import Claim, Shape, Value, read_claims
from jiwar.outlook.claims.page import claims_page
from jiwar.outlook.claims.verdict import Verdict

__all__ = ["Audit", "Claim", "Shape", "Value", "Verdict", "audit_claims", "claims_page", "read_claims"]
