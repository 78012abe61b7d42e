# What people see who propose a statement for the group to consider.
# { $number } is the number of a statement, { $edition } counts its texts.

propose-choice = Propose a statement
propose-edition-choice = Write a new edition
propose-title = Propose a statement
propose-intro = A statement is a text that the group considers together. It is shown to everybody at once. Its words are not changed later: whoever wants other words writes a new edition, and the earlier one stays in the record. Your name or the name you choose is shown with it.
propose-earlier = You write a new edition of statement { NUMBER($number, useGrouping: 0) }. It says now:
    > { $body }
propose-will-lapse = A check-in on this text is open. It ends when you send a new edition: what people responded to the earlier text does not count for the new one, and nobody sees it. They can be asked again.
propose-body-field = The statement
propose-thanks = Thank you. It is kept as statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, and the group can see it now.

propose-shared = Statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }. { $author } proposes:
    > { $body }
propose-lapsed = The check-in on statement { NUMBER($number, useGrouping: 0) } ended without a result, because there is a new edition. What was responded belongs to the earlier text and is not shown.

propose-objection-told = There is a new edition of statement { NUMBER($number, useGrouping: 0) }. Does it meet your objection? Only you can say.
    > { $body }

propose-no-such-number = There is no statement { $typed } here. Nothing was saved.
propose-gone = The text of statement { NUMBER($number, useGrouping: 0) } was erased by its author. Nothing was saved.
propose-check-in-open = A check-in on this statement is open, so its text stays as it is. Nothing was saved. You can write a new edition when the check-in has closed. A facilitator can end it earlier.
