# What members see when they say how they see the words of somebody else.

stance-kept-same = It is kept that you see { $number } the same. You can change this at any time.
stance-kept-differently = It is kept that you see { $number } differently. You can change this at any time. You can also say why, in your own words.
stance-kept-unsure = It is kept that you are not sure about { $number }. You can change this at any time.
stance-say-why-choice = Say why
