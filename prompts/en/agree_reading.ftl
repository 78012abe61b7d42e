# When members say that they read the counts as they suggest.

agree_reading-choice = I read it this way
agree_reading-counted = Noted. { $count ->
    [one] One person reads
   *[other] { $count } people read
} it this way so far. Once { $quorum } do, the group has confirmed it. This is no new response, and what you responded stays as it is.
agree_reading-confirmed = With you the group has confirmed it. It is recorded, and everybody sees it.
