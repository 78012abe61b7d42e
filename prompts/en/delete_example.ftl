# The example dialogue, and how to be rid of it.

delete_example-choice = Delete this example
delete_example-sure = This deletes the example with everything in it, also what you wrote here yourself. It cannot be undone.
delete_example-yes-choice = Yes, delete the example
delete_example-done = The example is deleted. Type /dialogue start to begin a dialogue of your own here.
delete_example-no-example = This is no example, so it cannot be deleted like this. Nothing was changed. A dialogue can be ended; its record stays.
