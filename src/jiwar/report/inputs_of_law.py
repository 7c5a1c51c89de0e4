"""What law asks about a data flow, as readers see it when the case does not say."""

from __future__ import annotations

from jiwar.report.texts import Texts
from jiwar.report.words import N_

_INPUTS = {
    "exporter_country": N_("country of the exporter"),
    "importer_country": N_("country of the importer"),
    "onward_countries": N_("countries of onward transfer"),
    "relation": N_("relation between exporter and importer"),
    "roles": N_("roles under data protection"),
    "access": N_("kind of access"),
    "categories": N_("categories of data"),
    "clear_text": N_("whether data are in clear text"),
    "systematic": N_("whether the transfer is systematic"),
    "large_scale": N_("whether it is on a large scale"),
    "instrument": N_("transfer instrument"),
    "scc_module": N_("module of the standard contractual clauses"),
    "within_adequacy_scope": N_("whether the adequacy decision covers it"),
    "importer_under_gdpr": N_("whether the importer is subject to the GDPR"),
    "art49_ground_proven": N_("whether a derogation under Art. 49 GDPR is proven"),
    "instrument_approved": N_("whether the instrument is approved"),
    "tia": N_("transfer impact assessment"),
    "processing_contract": N_("data processing agreement"),
    "controller_authorisation": N_("authorisation by the controller"),
    "notice": N_("information of the persons concerned"),
    "record": N_("record of processing activities"),
    "dpia": N_("data protection impact assessment"),
    "anonymisation_tested": N_("whether anonymisation was tested"),
    "authors_removed": N_("whether names of authors were removed"),
    "holder_identifiable": N_("whether the vehicle holder can be identified"),
    "works_council": N_("works council"),
    "works_agreement": N_("works agreement"),
    "within_works_agreement": N_("whether the works agreement covers it"),
    "tools_can_monitor": N_("whether tools can monitor employees"),
    "home_employees": N_("number of employees at home"),
    "essential_parts_move": N_("whether essential parts of the business move"),
    "staffing": N_("kind of staffing"),
    "client_instructions": N_("whether the client gives instructions"),
    "travel_days_to_germany": N_("travel days to Germany"),
    "travel_for_meetings_only": N_("whether travel is for meetings only"),
    "posting_months": N_("months of posting"),
    "local_representative": N_("local representative"),
    "local_declaration": N_("local declaration"),
    "local_authorisation": N_("local authorisation"),
    "local_transfer_authorisation": N_("local authorisation of transfers"),
    "local_transfer_ground": N_("local ground for transfers"),
    "results_return": N_("whether results return"),
    "technology_checked": N_("whether technology was checked against the lists"),
    "us_origin_technology": N_("technology of US origin"),
    "export_licence": N_("export licence"),
    "internal_compliance": N_("internal compliance programme"),
    "commercial_development": N_("whether development is commercial"),
    "return_and_delete": N_("return and deletion at the end"),
    "encryption_shipped": N_("whether encryption is shipped"),
    "classified_cleared": N_("clearance for classified information"),
    "customer_permits": N_("consent of the customer"),
    "carmaker_customer": N_("whether a carmaker is the customer"),
    "prototype_label": N_("label for prototype protection"),
    "vehicle_type": N_("type of vehicle"),
    "client_nis2": N_("whether the client falls under NIS 2"),
    "digital_product": N_("product with digital elements"),
    "high_risk_ai": N_("high-risk AI system"),
    "cloud_provider": N_("cloud provider"),
}


_COSTS = {
    "ad_hoc_clauses": N_("own clauses approved by the authority"),
    "bcr": N_("binding corporate rules"),
    "cndp_authorisation": N_("authorisation by the CNDP"),
    "cndp_declaration": N_("declaration to the CNDP"),
    "cndp_transfer": N_("authorisation of the transfer by the CNDP"),
    "export_classification": N_("check of technology against the export lists"),
    "moroccan_representative": N_("representative in Morocco"),
    "reconciliation": N_("reconciliation of interests with the works council"),
    "scc": N_("standard contractual clauses"),
    "tisax": N_("TISAX label"),
}


def cost_name(texts: Texts, key: str) -> str:
    """Name what a key such as ``legal_cost/scc`` pays for."""
    duty = key.removeprefix("legal_cost/")
    return texts(_COSTS[duty]) if duty in _COSTS else input_name(texts, duty)


def input_name(texts: Texts, key: str) -> str:
    """Name an input of law; one without a name of its own is shown as written."""
    return texts(_INPUTS[key]) if key in _INPUTS else key.replace("_", " ")
