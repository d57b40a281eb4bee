package dev.sayso.app.files;

import dev.sayso.app.recognition.ModelWish;
import dev.sayso.engine.Hints;
import java.nio.file.Path;
import java.time.Duration;

/// What is to be done with one file.
///
/// @param from where its work goes on
record FileTask(Path file, ModelWish wish, Hints hints, Duration from) {}
