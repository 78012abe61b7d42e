# A comment beside a check-in.

comment-choice = Comment
comment-title = Comment
comment-body-field = Your comment
comment-counts-for-nothing = A comment is no response: it is not counted. You can comment whenever you joined, also after the close.
comment-shown-at-once = It is shown to everybody at once, with your name or the name you choose.
comment-said = { $author } comments:
    > { $body }
comment-thanks = Thank you. Your comment is kept, and the group can see it.
