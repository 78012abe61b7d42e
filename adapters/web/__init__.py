"""The web room on 127.0.0.1: one page, several people, nothing loaded from elsewhere."""
