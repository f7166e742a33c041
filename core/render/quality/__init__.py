"""What is looked for in a finished file, one idea a module; `core.render.check` puts them together."""
