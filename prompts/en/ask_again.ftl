# The question that a way back leads to.

ask_again-led-already = This way back has led to question { NUMBER($number, useGrouping: 0) } already. Nothing was changed. Go back once more for another question.
