package dev.sayso.app.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far decoding is.
///
/// @param decoded what is there
/// @param announced how long the file says it is; null when it does not say
public record MediaProgress(Duration decoded, @Nullable Duration announced) {}
