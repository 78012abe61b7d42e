# Why people are here, then and now. A change is shown and never judged.

show_intentions-choice = Show why we’re here, then and now
show_intentions-all = Why people are here, in **{ $title }**
show_intentions-yours = Your own words, which only you see side by side unless you shared both under the same name:
show_intentions-once = You wrote once:
    > { $body }
show_intentions-then = Then:
    > { $body }
show_intentions-now = Now:
    > { $body }
show_intentions-because = What changed it is { $number }:
    > { $body }
show_intentions-shared = What others shared, then and now:
show_intentions-of = By { $author }:
show_intentions-list = What people wrote so far:

## In the form for a new version

show_intentions-because-field = What changed it, if something did
show_intentions-because-hint = The number of what somebody said, such as #7. You can leave it empty.
show_intentions-no-such-number = There is no contribution { $typed } that everybody can read. Please check the number. Nothing was saved.
