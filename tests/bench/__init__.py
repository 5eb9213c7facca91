"""Measures Cadair beside bare references, in one run; figures go to var/bench.json."""
