# Taking back what one said in one's own words.

withdraw_restatement-choice = Take it back
withdraw_restatement-sure = The words are erased at once, and nobody can bring them back. A marker with the day stays. A line that rests on them is looked at again.
withdraw_restatement-yes-choice = Yes, take it back
withdraw_restatement-done = It is taken back. A marker stands in its place.
