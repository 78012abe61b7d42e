# Everything about one person: get it, or have it erased.

my_data-choice = What is kept about me
my_data-offer = In this dialogue, these things are kept about you: the name of your account, your role, what you agreed to and when you joined; your chosen name, language, time zone and quiet hours, if you set them; your words with all their versions, your stances, and what waits for you.
    - You can get all of it as one file. Only you receive it.
    - You can have all of it erased. Dated markers stay where your words stood.
my_data-json-choice = Get it as a file
my_data-erase-choice = Erase all my words
my_data-here = Here is everything that is kept about you in this dialogue. The file opens in any text editor.
