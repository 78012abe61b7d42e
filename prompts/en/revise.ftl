# What members see when they change their own words.

revise-title = Change your words
revise-intro = The group sees the new words. The earlier ones stay in the record as versions.
revise-thanks = Your new words are kept. They stand wherever the earlier ones stood. The earlier ones stay as versions.
revise-same = These are the words that stand already. Nothing was changed.
