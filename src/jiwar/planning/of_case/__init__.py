"""From the options of a case to a problem of arrays, and from its plan back to sites, stages and support."""
