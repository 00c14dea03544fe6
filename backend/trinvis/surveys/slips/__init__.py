"""Answer codes on paper: slips to cut out, at most one for each head."""
