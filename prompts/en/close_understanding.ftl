# What people see when a step of a check of what is understood closes.

close_understanding-choice = Close this step
close_understanding-done = It is closed. The group sees what came of it.
close_understanding-shown = Check { NUMBER($number, useGrouping: 0) }, what people say in their own words:
    > { $question }
close_understanding-said = Asked { $eligible } · said it { $said } · passed { $passed } · no response { $none } · left since opening { $left }
close_understanding-too-few = There are too few answers for a line of the group. It can be asked in another way.
close_understanding-read = Check { NUMBER($number, useGrouping: 0) }, the line of the group:
    > { $body }
close_understanding-marked = Asked { $eligible } · same { $same } · partly { $partly } · different { $different } · not sure { $not_sure } · no response { $none } · left since opening { $left }
close_understanding-firmness = { $label }: { $count }
close_understanding-reading-shared = The marks read like this: the line says what people understand. To agree is another question.
close_understanding-reading-partly_shared = The marks read like this: the line says in part what people understand. What they say stands side by side.
close_understanding-reading-not_shared = The marks read like this: people do not understand it the same way.
close_understanding-reading-inconclusive = Too few marked the line to read anything from it.
close_understanding-back = Some understand it otherwise. It can go back to talk, with a question that remembers where it came from.
