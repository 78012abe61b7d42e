# Asking people to say in their own words what they understand.

understand-choice = Check what we understand
understand-title = In your own words
understand-intro = Everybody says in their own words what they understand. Nobody sees another answer until all are shown together, and you do not either. To understand each other is one thing, to agree another.
understand-question-field = What should people say in their own words?
understand-opened = Check { NUMBER($number, useGrouping: 0) } is open until { $closes }.
understand-asked = Check { NUMBER($number, useGrouping: 0) }, in your own words:
    > { $question }
    It is open until { $closes }. Then all answers are shown together.
understand-not-asked = You came after this was opened, so you are not among those who are asked. Nothing was saved.
understand-restating-closed = The answers are shown already, so nothing can be added. Nothing was saved.
understand-marking-closed = No line is being marked now. Nothing was saved.
understand-other-stage = This check is not at that step. Nothing was changed.
