"""Reports: official papers of the yearly job, made from the records, frozen with hash and version."""
