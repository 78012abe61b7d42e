"""Slack: Socket Mode by default, signed requests as an option; the same code behind both."""
