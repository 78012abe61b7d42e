# What somebody sees who wants to be greeted.
greet-hello = Hello { $name }, and welcome to { $title }.
