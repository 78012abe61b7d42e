# When the bot was removed from a server or workspace, and came back.

end_retention-back = I was removed from here on { $since } and am back. Meanwhile nothing was sent for “{ $title }”. What was said is kept, and nothing will be erased.
