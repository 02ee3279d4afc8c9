// An empty program on a terminal: it writes what the first prompt is known by.
process.stdout.write('Who?')
