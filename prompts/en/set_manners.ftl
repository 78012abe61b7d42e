# What members see when they say how often and when they want to be reached.

set_manners-title = How to reach me
set_manners-choice = How to reach me
set_manners-intro = Without a tick nothing is sent to you alone: what needs you waits in your list. At most three messages a week come, and none in your quiet hours.
set_manners-wants-field = What I would like
set_manners-direct-option = Send me questions by direct message
set_manners-reminders-option = Remind me once when I have not answered
set_manners-digest-option = Send me a short digest once a week
set_manners-days-field = Days on which I may be written to
set_manners-country-field = Public holidays I keep free
set_manners-country-hint = Two letters of a country, such as SE. Empty: none.
set_manners-no-day = Please choose at least one day. To hear nothing at all, use /dialogue pause.
set_manners-no-country = I do not know the holidays of “{ $typed }”. Please write two letters, such as SE.
set_manners-direct = It is kept. Questions come to you by direct message, at your own time of day.
set_manners-listed = It is kept. Nothing is sent to you alone; what needs you waits in your list.
