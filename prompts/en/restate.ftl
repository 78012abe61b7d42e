# What people see who say something in their own words.

restate-choice = Say it in my own words
restate-pass-choice = Pass for now
restate-title = In my own words
restate-question = The question:
    > { $question }
restate-sealed = Nobody sees what others say, nor how many have said something, until it closes. This holds for facilitators too.
restate-body-field = In your own words
restate-body-hint = One or two sentences are enough.
restate-kept = Thank you. Only you can see it until { $closes }. Until then you can change it.
restate-passed = You passed. Until { $closes } you can still say something.
restate-shown = { $number }. { $author } says:
    > { $body }
restate-gone = { $number } was taken back by its author on { $day }.
