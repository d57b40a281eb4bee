package dev.sayso.app.files;

import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.replacements.Replacements;
import dev.sayso.engine.Hints;
import java.nio.file.Path;
import java.time.Duration;

/// What is to be done with one file.
///
/// @param replacements made in what is heard
/// @param from where its work goes on
record FileTask(Path file, ModelWish wish, Hints hints, Replacements replacements, Duration from) {}
