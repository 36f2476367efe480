// The resource files hang on this target; a static library needs one source of its own.
