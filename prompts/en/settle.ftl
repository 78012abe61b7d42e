# Saying whether something that was taken on is done.

settle-choice = Say how { NUMBER($number, useGrouping: 0) } stands
settle-title = How does it stand?
settle-about = { $who } took this on:
    > { $body }
settle-field = How does it stand?
settle-why-field = If it was not done, why?
settle-thanks = It is kept. Everybody can read it.
settle-not-yours = Whoever took this on, or a facilitator, can say how it stands. Nothing was changed.
