"""*Vi brugte dem på et møde*: that the seven questions were used, when and where; never what was said."""
