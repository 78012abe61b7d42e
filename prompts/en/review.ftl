# When a decision comes back: on its day, or earlier.

review-choice = Look at it again
review-comes-back = Today this comes back: statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author }. Does it still fit?
    > { $body }
review-concerns = Concerns from then:
review-intentions = What people came for at first:
review-keep-choice = Keep it
review-amend-choice = Amend it
review-retire-choice = Retire it
review-keep-title = Keep it
review-amend-title = Amend it
review-retire-title = Retire it
review-keep-intro = It stays as it is. What stands beside it stays too.
review-amend-intro = It is opened again. The next step is a new edition, about which everybody is asked anew. Until then this text stays in the record.
review-retire-intro = It holds no longer. It stays in the record with its history.
review-why-field = What did the group say, and why?
review-kept-keep = It is kept. It comes back on the day you named.
review-kept-amend = It is opened again. Anybody can write a new edition.
review-kept-retire = It is retired, and stays in the record.
review-told-keep = { $by } records that the group keeps this:
    > { $body }
review-told-amend = { $by } records that the group wants to amend this. Anybody can write a new edition:
    > { $body }
review-told-retire = { $by } records that the group retires this. It stays in the record:
    > { $body }
review-not-any-more = This was opened again, replaced or retired before. Nothing was changed.
