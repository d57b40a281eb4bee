package dev.sayso.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One recording and where its transcript goes.
///
/// @param target a file; null: standard output
record Job(Input input, @Nullable Path target) {}
