# What people see when views differ. Each view is kept whole; none has to give way.

differ-title = I see it differently
differ-intro = Your view is kept whole, beside the other one. Neither takes the place of the other.
differ-thanks = Thank you. Both views are kept, and marked as differing. Neither takes the place of the other.
differ-told = Somebody sees { $number } differently. Both views are kept:
    > { $body }

## Two views that stand are marked

differ-marked = The two are marked as differing. Both are kept whole.
differ-marked-post = { $one } and { $other } are marked as differing. Both are kept whole.
    { $one_author } wrote:
    > { $one_body }
    { $other_author } wrote:
    > { $other_body }
differ-other-question = These answer two different questions. Only views on the same question can be marked. Nothing was marked.
differ-from-itself = A view cannot differ from itself. Please name another one. Nothing was marked.

## To agree to differ

differ-only-authors = Only the people who wrote these views can agree to differ. Nothing was changed.
differ-agree-waits = It is kept that you agree to differ. It counts when somebody from each side has said so.
differ-agreed = You agree to differ, all of you who wrote these views. Both stay in the record, whole.
