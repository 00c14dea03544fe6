"""Files of the organisation and its people: looked at first, then taken in as one act."""
