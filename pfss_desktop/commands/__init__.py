"""The commands of the command line, one module each: words in, lines and files out. No Qt but in `window`."""
