# The one reminder, for those who asked to be reminded and have not answered.

remind-open = You asked to be reminded. Question { NUMBER($number, useGrouping: 0) } is still open until { $closes }:
    > { $question }
