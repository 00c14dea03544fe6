"""The demo hospital: its story, played through the API so that nothing in it could not have happened."""
