# What is said in more than one place.

general-send = Send
general-cancel = Cancel

# { $reference } is a short code. Whoever runs the server finds the cause with it.
general-sorry = Something went wrong on our side. Nothing was kept. Please try again. If it happens again, tell whoever runs this: { $reference }

# Stands above the text of somebody whose words could not be kept.
general-own-text = Nothing was saved. Here is your text, so that you can copy it:
