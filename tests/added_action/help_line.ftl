help-command-greet = say hello
