"""Discord, through discord.py: slash commands, buttons, forms, mentions and direct messages."""
