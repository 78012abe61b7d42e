# What whoever objects says about where their objection stands.

settle_objection-open = open
settle_objection-met = met, says whoever objected
settle_objection-withdrawn = withdrawn by whoever objected
settle_objection-stands = stands
settle_objection-met-choice = It is met
settle_objection-withdrawn-choice = I withdraw it
settle_objection-stands-choice = It stands
settle_objection-where = Where does your objection stand? Nobody but you can say. You can say something else later.
settle_objection-yours = Your objection: where does it stand?
settle_objection-kept-met = Thank you. Your objection stands in the record as met. Its words stay.
settle_objection-kept-withdrawn = Your objection stands in the record as withdrawn by you. Its words stay.
settle_objection-kept-stands = Your objection stands.
settle_objection-only-author = Only whoever objects can say where the objection stands. Nothing was changed.
settle_objection-told = Your objection to statement { NUMBER($number, useGrouping: 0) } stands in the record, in your words. When it is met, or you withdraw it, only you can say so.
