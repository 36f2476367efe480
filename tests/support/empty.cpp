// A target that only precompiles headers still needs a source.
