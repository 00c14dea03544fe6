"""Planning a wave: who answers with whom, from when to when, who decided, who sees when."""
