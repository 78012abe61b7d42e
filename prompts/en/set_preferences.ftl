# What members see when they say how they want to be met.

set_preferences-title = How to meet me
set_preferences-choice = My settings
set_preferences-intro = This is for this dialogue only. Leave empty what you do not want to set.

set_preferences-level-field = How I usually want to be shown
set_preferences-language-field = My language
set_preferences-zone-field = My time zone
set_preferences-zone-hint = A place, such as Europe/Stockholm. Empty: the time zone of the dialogue.
set_preferences-quiet-field = My quiet hours
set_preferences-quiet-hint = From and to, such as 20:00-08:00. Nothing is sent to you in these hours.
set_preferences-quiet-unclear = “{ $typed }” is not two times of day. Please write it like 20:00-08:00.

set_preferences-thanks = Your settings are kept, and hold from now on. You can change them at any time.
