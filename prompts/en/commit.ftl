# Taking something on.

commit-choice = Take something on
commit-title = Take something on
commit-intro = Everybody can read it under your name. You can say later that it is done, or why it is not.
commit-what-field = What will be done?
commit-who-field = Who will do it?
commit-when-field = By when?
commit-sources-field = From which contributions does it come?
commit-thanks = It is kept. Everybody can read it.
