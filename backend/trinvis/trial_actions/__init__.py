"""Prøvehandlinger: small PDSA cycles with an owner and a date."""
