"""The terminal: the smallest adapter, one window for everybody."""
