"""Files that hang on a record: checked by content, served so that nothing in them runs."""
