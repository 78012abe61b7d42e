# What only Slack needs to say.

slack-working = This takes a little longer. Please leave this window open; the answer will stand here.
slack-too-late = The moment in which a form can be opened has passed. Nothing was saved.
slack-open-choice = Open the form
slack-other-workspace = You belong to another workspace, and nothing of this one crosses to it or back. Nothing was kept.

# Below a field in which other ways in take more.
slack-most = Slack takes at most { $most } characters here.

## Files

slack-no-files = This bot may not hand over files in this workspace. Whoever runs it can allow it, or export the record on the server.
slack-no-file = The file could not be handed over. Please try again.

## The App Home

slack-home = What still needs you, and what you have said.
# { $title } is the title of a dialogue.
slack-home-title = In **{ $title }**:
slack-home-empty = You take part in no dialogue here yet. Where one is held, /dialogue join shows what it is about and asks you.
