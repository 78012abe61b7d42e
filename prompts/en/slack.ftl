# What only Slack needs to say.

slack-working = This takes a little longer. Please leave this window open; the answer will stand here.
slack-too-late = The moment in which a form can be opened has passed. Nothing was saved.
slack-open-choice = Open the form
slack-only-their-own = Only the person who wrote a message can bring it into the record. Nothing was kept.
slack-other-workspace = You belong to another workspace, and nothing of this one crosses to it or back. Nothing was kept.

## Files

slack-no-files = This bot may not hand over files in this workspace. Whoever runs it can allow it, or export the record on the server.
slack-no-file = The file could not be handed over. Please try again.
